package org.interlieux.access;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueType;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.UserModel;

/** Access questions for tests. */
public final class Questions {
    private final IdentityProviderModel home = new IdentityProviderModel();
    private VenueType homeType = VenueType.DOKOS;
    private boolean trial;
    private Optional<List<String>> released = Optional.empty();

    public static Questions ask() {
        return new Questions();
    }

    public Questions home(String key, String value) {
        home.getConfig().put(key, value);
        return this;
    }

    public Questions homeType(VenueType type) {
        homeType = type;
        return this;
    }

    public Questions trial() {
        trial = true;
        return this;
    }

    public Questions released(String... values) {
        released = Optional.of(List.of(values));
        return this;
    }

    public AccessQuestion question() {
        FromHome fromHome = new FromHome() {
            @Override
            public Optional<String> memberToken(Duration limit) {
                return Optional.empty();
            }

            @Override
            public Optional<List<String>> released(String path) {
                return released;
            }
        };
        return new AccessQuestion(
                new Member(somebody(), new Venue("home", "home", homeType, home), "subject"),
                new Venue("host", "host", VenueType.DOKOS, new IdentityProviderModel()),
                fromHome,
                trial);
    }

    /** A user of whom nothing but the address is known. */
    private static UserModel somebody() {
        return (UserModel) Proxy.newProxyInstance(
                UserModel.class.getClassLoader(), new Class<?>[] {UserModel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getEmail")) {
                        return "ada@atelier.example";
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
