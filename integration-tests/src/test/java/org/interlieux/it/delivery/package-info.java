/** Messages on their way to venues: through faults, days away, key changes and removals. */
@NullMarked
package org.interlieux.it.delivery;

import org.jspecify.annotations.NullMarked;
