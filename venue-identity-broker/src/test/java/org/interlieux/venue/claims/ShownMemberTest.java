package org.interlieux.venue.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.UserModel;

class ShownMemberTest {

    @ParameterizedTest
    @CsvSource({"name, Ada Lemaire", "first-name, Ada", "initials, A. L."})
    void settingSaysHowMuchIsShown(String word, String shown) {
        assertThat(ShownMember.of(word)).hasValueSatisfying(setting -> assertThat(setting.of(user("Ada", "Lemaire")))
                .contains(shown));
    }

    @Test
    void nothingIsNothing() {
        assertThat(ShownMember.NOTHING.of(user("Ada", "Lemaire"))).isEmpty();
    }

    @Test
    void unknownNamesShowNothing() {
        assertThat(ShownMember.NAME.of(user("", ""))).isEmpty();
        assertThat(ShownMember.FIRST_NAME.of(user(" ", "Lemaire"))).isEmpty();
    }

    @Test
    void unknownWordIsNoSetting() {
        assertThat(ShownMember.of("everything")).isEmpty();
    }

    private static UserModel user(String first, String last) {
        return (UserModel) java.lang.reflect.Proxy.newProxyInstance(
                UserModel.class.getClassLoader(),
                new Class<?>[] {UserModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getFirstName" -> first;
                    case "getLastName" -> last;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
