/** How a Frappe site words its answers: the same for the running site and for tests that need only the answer. */
@NullMarked
package org.interlieux.demo.frappe;

import org.jspecify.annotations.NullMarked;
