/** What the site keeps through a restart: one JSON file. */
@NullMarked
package org.interlieux.demo.store;

import org.jspecify.annotations.NullMarked;
