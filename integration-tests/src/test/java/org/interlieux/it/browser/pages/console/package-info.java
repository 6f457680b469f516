/** Keycloak's admin console, as far as an admin of a federation meets it. */
@NullMarked
package org.interlieux.it.browser.pages.console;

import org.jspecify.annotations.NullMarked;
