/** The whole system, tested from outside. */
@NullMarked
package org.interlieux.it;

import org.jspecify.annotations.NullMarked;
