/** All venues of the server, kept in memory so that a member finds theirs at once and no request loads them all. */
@NullMarked
package org.interlieux.venue.directory;

import org.jspecify.annotations.NullMarked;
