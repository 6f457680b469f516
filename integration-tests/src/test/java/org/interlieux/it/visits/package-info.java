/** Visits from entry to oblivion, and what the venues are told of them. */
@NullMarked
package org.interlieux.it.visits;

import org.jspecify.annotations.NullMarked;
