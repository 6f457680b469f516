/** Visits: the event listener that records them, and what the module brings into Keycloak. */
@NullMarked
package org.interlieux.visit;

import org.jspecify.annotations.NullMarked;
