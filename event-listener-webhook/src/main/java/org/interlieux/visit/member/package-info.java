/** What members see and get outside a login, by the cookie of their login at this realm. */
@NullMarked
package org.interlieux.visit.member;

import org.jspecify.annotations.NullMarked;
