/** The demo: everything on this machine, until Ctrl-C. */
@NullMarked
package org.interlieux.it.demo;

import org.jspecify.annotations.NullMarked;
