/** What venues' sites, members and admins read over HTTP. */
@NullMarked
package org.interlieux.it.api;

import org.jspecify.annotations.NullMarked;
