/** The real Keycloak under test: assembled, built, started, stopped, killed. */
@NullMarked
package org.interlieux.it.server;

import org.jspecify.annotations.NullMarked;
