/** What becomes of visits and messages when members, venues and realms are removed. */
@NullMarked
package org.interlieux.visit.removal;

import org.jspecify.annotations.NullMarked;
