/** Accounts that were made at a first login and never let in: they are removed after a day. */
@NullMarked
package org.interlieux.venue.newcomer;

import org.jspecify.annotations.NullMarked;
