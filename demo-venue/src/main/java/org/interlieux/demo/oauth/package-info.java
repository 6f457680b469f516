/** The site as a home venue: the OAuth provider of Frappe, path by path. */
@NullMarked
package org.interlieux.demo.oauth;

import org.jspecify.annotations.NullMarked;
