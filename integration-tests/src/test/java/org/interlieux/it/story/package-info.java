/** The story that the README tells, step by step. */
@NullMarked
package org.interlieux.it.story;

import org.jspecify.annotations.NullMarked;
