/** A real browser, for what only a browser shows. */
@NullMarked
package org.interlieux.it.browser;

import org.jspecify.annotations.NullMarked;
