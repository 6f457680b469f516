/** The site as a host venue: an OpenID client of the federation, as careless as the real one. */
@NullMarked
package org.interlieux.demo.federation;

import org.jspecify.annotations.NullMarked;
