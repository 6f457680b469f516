/** The methods that the federation calls on the site, with Frappe's way of answering. */
@NullMarked
package org.interlieux.demo.method;

import org.jspecify.annotations.NullMarked;
