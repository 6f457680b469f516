package org.interlieux.access;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point {@code access-rule}: a rule of your own is a jar with an {@link AccessRuleFactory}. */
public final class AccessRuleSpi implements Spi {
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "access-rule";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AccessRule.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Keycloak's own interface has it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return AccessRuleFactory.class;
    }
}
