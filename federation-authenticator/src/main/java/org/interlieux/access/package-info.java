/** May this member of this home venue enter this host venue now? The question, the answer, and who answers. */
@NullMarked
package org.interlieux.access;

import org.jspecify.annotations.NullMarked;
