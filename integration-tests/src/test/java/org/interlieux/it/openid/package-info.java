/** An OpenID provider of which a test can break every answer. */
@NullMarked
package org.interlieux.it.openid;

import org.jspecify.annotations.NullMarked;
