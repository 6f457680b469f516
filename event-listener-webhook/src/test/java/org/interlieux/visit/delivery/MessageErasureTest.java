package org.interlieux.visit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class MessageErasureTest {

    @Test
    void onlyTheMemberIsTakenOut() {
        String body = """
                {"type":"visit.exit","data":{"visit":{"id":"v1","exited_at":null},"member":{"id":"s1","name":"Ada",\
                "email":"ada@atelier.example"},"home_venue":{"id":"atelier","name":"L'Atelier"}}}""";

        assertThat(MessageErasure.withoutMember(body)).isEqualTo("""
                        {"type":"visit.exit","data":{"visit":{"id":"v1","exited_at":null},"member":{},\
                        "home_venue":{"id":"atelier","name":"L'Atelier"}}}""");
    }

    @Test
    void messageWithoutAMemberStaysAsItIs() {
        String body = "{\"type\": \"webhook.test\", \"data\": {}}";

        assertThat(MessageErasure.withoutMember(body)).isEqualTo(body);
    }

    @Test
    void whatIsNoMessageIsNotLetThrough() {
        assertThatThrownBy(() -> MessageErasure.withoutMember("Ada Lemaire")).isInstanceOf(UncheckedIOException.class);
    }
}
