@NullMarked
package org.interlieux.demo;

import org.jspecify.annotations.NullMarked;
