/** What only containers have: the image, the Compose file, and the commands of {@code docs/containers.md}. */
@NullMarked
package org.interlieux.it.container;

import org.jspecify.annotations.NullMarked;
