/** The page where a member chooses their home venue. */
@NullMarked
package org.interlieux.venue.picker;

import org.jspecify.annotations.NullMarked;
