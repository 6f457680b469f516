/** The benchmark: what a request costs, in time, bytes and database work, with few venues and with many. */
@NullMarked
package org.interlieux.it.benchmark;

import org.jspecify.annotations.NullMarked;
