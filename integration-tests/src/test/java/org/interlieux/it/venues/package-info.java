/** The venues of a federation: their public list, and what becomes of them. */
@NullMarked
package org.interlieux.it.venues;

import org.jspecify.annotations.NullMarked;
