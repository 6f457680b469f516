/** The arrival page: the one deliberate act that makes an entry. */
@NullMarked
package org.interlieux.visit.arrival;

import org.jspecify.annotations.NullMarked;
