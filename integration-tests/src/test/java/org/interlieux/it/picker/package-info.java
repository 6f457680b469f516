/** The home venue picker, with and without scripts. */
@NullMarked
package org.interlieux.it.picker;

import org.jspecify.annotations.NullMarked;
