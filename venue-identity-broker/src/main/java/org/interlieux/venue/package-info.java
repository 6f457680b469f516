/** Who the venues of a federation are: what the other modules may use, and the factories that Keycloak loads. */
@NullMarked
package org.interlieux.venue;

import org.jspecify.annotations.NullMarked;
