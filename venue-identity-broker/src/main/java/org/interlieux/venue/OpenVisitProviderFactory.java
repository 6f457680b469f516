package org.interlieux.venue;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link OpenVisitProvider}s. */
public interface OpenVisitProviderFactory extends ProviderFactory<OpenVisitProvider> {}
