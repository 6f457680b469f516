/** The pages of a visit, as someone with a real browser meets them. */
@NullMarked
package org.interlieux.it.browser.pages;

import org.jspecify.annotations.NullMarked;
