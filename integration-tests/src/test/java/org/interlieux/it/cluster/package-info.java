/** Two nodes as one server: what one of them learns or loses, the other one knows. */
@NullMarked
package org.interlieux.it.cluster;

import org.jspecify.annotations.NullMarked;
