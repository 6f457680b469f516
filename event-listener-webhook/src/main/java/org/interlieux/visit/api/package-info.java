/** Paths of the realm where venues and members read visits: {@code /visits}, {@code /my-visits}. */
@NullMarked
package org.interlieux.visit.api;

import org.jspecify.annotations.NullMarked;
