/** The login page of the realm's own accounts. */
@NullMarked
package org.interlieux.venue.account;

import org.jspecify.annotations.NullMarked;
