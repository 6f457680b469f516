/** Telling the venues: messages wait in the database and leave, signed, until they have arrived. */
@NullMarked
package org.interlieux.visit.delivery;

import org.jspecify.annotations.NullMarked;
