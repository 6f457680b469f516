/** A small web site that behaves like a venue's Dokos site: what others start, set and break. */
@NullMarked
package org.interlieux.demo;

import org.jspecify.annotations.NullMarked;
