/** The table of visits: how they are opened, closed and found. */
@NullMarked
package org.interlieux.visit.ledger;

import org.jspecify.annotations.NullMarked;
