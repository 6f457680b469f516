/** {@code GET /realms/{realm}/venues}: the venues that may be chosen, for the picker and for whoever shows them elsewhere. */
@NullMarked
package org.interlieux.venue.list;

import org.jspecify.annotations.NullMarked;
