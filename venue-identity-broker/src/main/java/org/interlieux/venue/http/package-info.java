/** The one HTTP client for our own outgoing calls: limited in time and size, and kept away from internal addresses. */
@NullMarked
package org.interlieux.venue.http;

import org.jspecify.annotations.NullMarked;
