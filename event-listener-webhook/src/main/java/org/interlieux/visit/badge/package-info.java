/** The badge page, {@code /badge/{venue}}: where a member who scanned the code at a door enters, and says that they leave. */
@NullMarked
package org.interlieux.visit.badge;

import org.jspecify.annotations.NullMarked;
