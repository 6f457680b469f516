/** What people see, in French and English. */
@NullMarked
package org.interlieux.demo.page;

import org.jspecify.annotations.NullMarked;
