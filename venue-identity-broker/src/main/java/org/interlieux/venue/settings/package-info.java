/** The typed settings of a venue: their form in the console, and what is refused when they are saved. */
@NullMarked
package org.interlieux.venue.settings;

import org.jspecify.annotations.NullMarked;
