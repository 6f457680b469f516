package org.interlieux.venue.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasedClaimTest {
    private static final String RELEASED = """
            {"roles": ["member", "board"], "active": true, "level": 3, "nothing": null, "empty": "",
             "membership": {"kind": "gold", "https://venue.example/plan": "day"},
             "groups": [{"name": "makers"}, {"name": "gardeners", "since": 2024}], "nested": [["deep"]]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roles                                       | member,board",
                "roles[1]                                    | board",
                "roles[7]                                    | ''",
                "active                                      | true",
                "level                                       | 3",
                "membership.kind                             | gold",
                "membership.https://venue\\.example/plan      | day",
                "groups.name                                 | makers,gardeners",
                "groups[0].name                              | makers",
                "groups.since                                | 2024",
                "membership                                  | ''",
                "groups                                      | ''",
                "nothing                                     | ''",
                "empty                                       | ''",
                "absent                                      | ''",
                "absent.deeper                               | ''",
                "roles.name                                  | ''",
            })
    void pathLeadsToValues(String path, String values) throws JsonProcessingException {
        assertThat(ReleasedClaim.of(new ObjectMapper().readTree(RELEASED), path).values())
                .isEqualTo(values.isEmpty() ? List.of() : Arrays.asList(values.split(",")));
    }

    @Test
    void isKeptAsText() {
        ReleasedClaim claim = new ReleasedClaim("roles", List.of("member"));

        assertThat(ReleasedClaim.read(claim.json())).contains(claim);
        assertThat(ReleasedClaim.read("no json")).isEmpty();
    }

    @Test
    void endlessListIsCut() {
        ObjectMapper json = new ObjectMapper();
        ArrayNode roles = json.createArrayNode();
        for (int i = 0; i < 10_000; i++) {
            roles.add("role" + i);
        }

        assertThat(ReleasedClaim.of(json.createObjectNode().set("roles", roles), "roles")
                        .values())
                .hasSize(100);
    }
}
