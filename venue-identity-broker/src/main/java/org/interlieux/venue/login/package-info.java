/** Logging in at a home venue. */
@NullMarked
package org.interlieux.venue.login;

import org.jspecify.annotations.NullMarked;
