/** The badge page behind the code at a door, and the page of a member's own visits. */
@NullMarked
package org.interlieux.it.badge;

import org.jspecify.annotations.NullMarked;
