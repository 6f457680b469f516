/** What goes wrong: bad set-ups, venues that answer nonsense, crashes. None of it lets anybody in or loses a record. */
@NullMarked
package org.interlieux.it.fault;

import org.jspecify.annotations.NullMarked;
