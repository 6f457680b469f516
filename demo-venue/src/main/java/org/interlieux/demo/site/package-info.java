/** The running site: its live settings, its visitors' cookie sessions, its guards. */
@NullMarked
package org.interlieux.demo.site;

import org.jspecify.annotations.NullMarked;
