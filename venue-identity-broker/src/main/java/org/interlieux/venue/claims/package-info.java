/** What a badge client is told about a member. */
@NullMarked
package org.interlieux.venue.claims;

import org.jspecify.annotations.NullMarked;
