/** What becomes of a question that nobody answered: the home venue's setting {@code accessWhenUnknown} says it. */
@NullMarked
package org.interlieux.access.unknown;

import org.jspecify.annotations.NullMarked;
