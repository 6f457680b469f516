/** Federations to test in: realms, venues, clients, and what can be read of them. */
@NullMarked
package org.interlieux.it.realm;

import org.jspecify.annotations.NullMarked;
