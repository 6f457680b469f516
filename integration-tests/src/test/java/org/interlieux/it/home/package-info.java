/** Logging in at a home venue, and what becomes of it. */
@NullMarked
package org.interlieux.it.home;

import org.jspecify.annotations.NullMarked;
