package org.interlieux.access;

import org.keycloak.provider.Provider;

/**
 * Who answers for the members of a home venue. A rule answers in bounded time, changes nothing about the member, and throws nothing: what
 * it cannot find out is {@link AccessOutcome.Unknown}.
 */
public interface AccessRule extends Provider {

    AccessOutcome answer(AccessQuestion question);

    @Override
    default void close() {}
}
