/** Where a login asks the question: the step of the flows, and the page that says no. */
@NullMarked
package org.interlieux.access.step;

import org.jspecify.annotations.NullMarked;
