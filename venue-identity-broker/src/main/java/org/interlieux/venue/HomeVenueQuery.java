package org.interlieux.venue;

import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.IdentityProviderStorageProvider.LoginFilter;

/** Asks Keycloak for a page of the identity providers that its own login page would show, instead of for all of them. */
final class HomeVenueQuery {
    private HomeVenueQuery() {}

    static Stream<IdentityProviderModel> run(
            IdentityProviderStorageProvider providers, String search, int first, int max) {
        Map<String, String> shown = LoginFilter.getLoginSearchOptions();
        IdentityProviderQuery query = IdentityProviderQuery.userAuthentication().with(shown);
        if (!search.isBlank()) {
            // Keycloak reads * as "anything"; without one it looks for names that start with the text.
            query.with(IdentityProviderModel.SEARCH, "*" + search.strip().replace("*", "") + "*");
        }
        return providers.getAllStream(query, first, max);
    }
}
