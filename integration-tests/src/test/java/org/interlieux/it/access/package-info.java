/** Who answers for a home venue's members, and what becomes of a question that nobody answers. */
@NullMarked
package org.interlieux.it.access;

import org.jspecify.annotations.NullMarked;
