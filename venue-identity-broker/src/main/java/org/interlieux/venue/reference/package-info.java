/** What other settings say of a venue by its alias, and what becomes of that when the venue is removed. */
@NullMarked
package org.interlieux.venue.reference;

import org.jspecify.annotations.NullMarked;
