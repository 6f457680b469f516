/** What Keycloak asks of every extension in the same way, written once. */
@NullMarked
package org.interlieux.venue.keycloak;

import org.jspecify.annotations.NullMarked;
