/** The admin paths under {@code /admin/realms/{realm}/interlieux}. */
@NullMarked
package org.interlieux.visit.admin;

import org.jspecify.annotations.NullMarked;
