/** The access rules that come with Interlieux. */
@NullMarked
package org.interlieux.access.rules;

import org.jspecify.annotations.NullMarked;
