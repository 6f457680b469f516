/** What an admin of the federation does and reads in Keycloak's console, in both languages. */
@NullMarked
package org.interlieux.it.console;

import org.jspecify.annotations.NullMarked;
