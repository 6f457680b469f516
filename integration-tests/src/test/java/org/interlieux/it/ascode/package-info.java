/** The federation realm as files: what goes out, comes in, and stays the same. */
@NullMarked
package org.interlieux.it.ascode;

import org.jspecify.annotations.NullMarked;
