/** Nodes, the database and receivers fail under load, again and again. */
@NullMarked
package org.interlieux.it.endurance;

import org.jspecify.annotations.NullMarked;
