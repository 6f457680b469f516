/** What a venue is told about a visit. */
@NullMarked
package org.interlieux.visit.message;

import org.jspecify.annotations.NullMarked;
