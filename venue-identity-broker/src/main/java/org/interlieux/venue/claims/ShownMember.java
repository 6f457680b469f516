package org.interlieux.venue.claims;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** How much of a member's name a host venue sees; the realm decides it with {@code hostSeesMember}. */
public enum ShownMember {
    NAME {
        @Override
        public Optional<String> of(UserModel user) {
            return fullName(user);
        }
    },
    FIRST_NAME {
        @Override
        public Optional<String> of(UserModel user) {
            return Optional.ofNullable(user.getFirstName()).filter(name -> !name.isBlank());
        }
    },
    INITIALS {
        @Override
        public Optional<String> of(UserModel user) {
            return fullName(user).map(name -> Arrays.stream(name.split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                    .collect(Collectors.joining(" ")));
        }
    },
    NOTHING {
        @Override
        public Optional<String> of(UserModel user) {
            return Optional.empty();
        }
    };

    public abstract Optional<String> of(UserModel user);

    /** The word in the settings, such as {@code first-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ShownMember> of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst();
    }

    /** First and last name as far as they are known. */
    public static Optional<String> fullName(UserModel user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
