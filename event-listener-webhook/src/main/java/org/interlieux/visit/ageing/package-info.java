/** What time does to visits: they end by themselves, and are forgotten. */
@NullMarked
package org.interlieux.visit.ageing;

import org.jspecify.annotations.NullMarked;
