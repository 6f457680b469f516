/** People without a browser: fast logins through the real pages. */
@NullMarked
package org.interlieux.it.visitor;

import org.jspecify.annotations.NullMarked;
