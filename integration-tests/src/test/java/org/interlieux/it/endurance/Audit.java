package org.interlieux.it.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interlieux.it.delivery.Receiver.Received;
import org.interlieux.it.endurance.Act.Answer;
import org.interlieux.it.endurance.Act.Kind;
import org.interlieux.it.visits.KeptVisit;

/**
 * Compares what members were answered, what the table of visits says, and what the venues were told. Where all agree:
 *
 * <ul>
 *   <li>each login that was answered is one visit in the table; one that was refused is none; one whose connection broke is
 *       one or none, since nobody can know whether its answer was still to come
 *   <li>each log-out that was answered has ended its visit
 *   <li>the table has no other visits and no other ends than those
 *   <li>each change of each visit in the table has arrived at the home and at the host, under one {@code webhook-id} however
 *       often it was sent, and the last of them says what the table says
 *   <li>no venue was told, or tried, about anything else
 * </ul>
 */
final class Audit {
    private final List<KeptVisit> visits;
    private final List<Act> acts;
    private final List<Door> doors;
    private final Map<String, String> ids;

    Audit(Quarter quarter, List<Act> acts) {
        this.visits = quarter.visits();
        this.acts = acts;
        this.doors = quarter.doors();
        this.ids = quarter.memberIds();
    }

    void holds() {
        acts.forEach(this::isInTheTable);
        visits.forEach(this::isWhatSomebodyDid);
        assertThat(visits.stream().filter(KeptVisit::isOpen).map(KeptVisit::userId))
                .as("at one venue at most")
                .doesNotHaveDuplicates();
        doors.forEach(this::wasToldOfAllAndNothingElse);
    }

    private void isInTheTable(Act act) {
        List<KeptVisit> found = visits.stream()
                .filter(visit -> visit.userId().equals(ids.get(act.email()))
                        && visit.hostAlias().equals(act.venue()))
                .filter(visit -> act.kind() == Kind.ENTER
                        ? act.covers(visit.enteredAt())
                        : visit.reason().equals("logout") && act.covers(visit.exitedAt()))
                .toList();
        switch (act.answer()) {
            case DONE -> assertThat(found).as(act.toString()).hasSize(1);
            case REFUSED -> assertThat(found).as(act.toString()).isEmpty();
            case LOST -> assertThat(found).as(act.toString()).hasSizeLessThan(2);
        }
    }

    private void isWhatSomebodyDid(KeptVisit visit) {
        assertThat(mayHave(Kind.ENTER, visit, visit.enteredAt()))
                .as("somebody entered: " + visit)
                .isTrue();
        switch (visit.reason()) {
            case "-" -> assertThat(visit.sequence()).isEqualTo(1);
            case "logout" ->
                assertThat(mayHave(Kind.LEAVE, visit, visit.exitedAt()))
                        .as("somebody left: " + visit)
                        .isTrue();
            default ->
                assertThat(visits)
                        .as("somebody moved on: " + visit)
                        .anyMatch(next -> visit.reason().equals("moved")
                                && next.userId().equals(visit.userId())
                                && next.enteredAt() == visit.exitedAt());
        }
        assertThat(visit.sequence()).isEqualTo(visit.isOpen() ? 1 : 2);
    }

    private boolean mayHave(Kind kind, KeptVisit visit, long at) {
        return acts.stream()
                .anyMatch(act -> act.kind() == kind
                        && act.venue().equals(visit.hostAlias())
                        && visit.userId().equals(ids.get(act.email()))
                        && act.mayHaveHappenedAt(at));
    }

    private void wasToldOfAllAndNothingElse(Door door) {
        Map<String, KeptVisit> due = visits.stream()
                .filter(visit -> List.of(Quarter.HOME, visit.hostAlias()).contains(door.venue()))
                .collect(Collectors.toMap(KeptVisit::id, visit -> visit));
        Map<String, List<Message>> told = byVisit(door.site().accepted());
        Map<String, List<Message>> tried = byVisit(door.site().received());
        assertThat(told.keySet()).as("told to " + door.venue()).isEqualTo(due.keySet());
        assertThat(tried.keySet()).as("tried at " + door.venue()).isEqualTo(due.keySet());
        due.forEach((id, visit) -> {
            sayWhatTheTableSays(visit, Objects.requireNonNull(told.get(id)));
            haveOneIdForEachChange(visit, Objects.requireNonNull(tried.get(id)));
        });
    }

    private static Map<String, List<Message>> byVisit(List<Received> messages) {
        return messages.stream().map(Message::of).collect(Collectors.groupingBy(Message::visit));
    }

    private static void haveOneIdForEachChange(KeptVisit visit, List<Message> messages) {
        assertThat(messages.stream().map(Message::webhookId).distinct().count())
                .as(visit.toString())
                .isEqualTo(messages.stream().map(Message::sequence).distinct().count());
    }

    private static void sayWhatTheTableSays(KeptVisit visit, List<Message> messages) {
        assertThat(messages.stream().map(Message::sequence).distinct())
                .as(visit.toString())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, visit.sequence()).boxed().toList());
        assertThat(messages).as(visit.toString()).allSatisfy(message -> {
            boolean isOpen = message.sequence() == 1;
            assertThat(message.state()).isEqualTo(isOpen ? "open" : "closed");
            assertThat(message.reason()).isEqualTo(isOpen ? "-" : visit.reason());
        });
    }

    /** How many of the messages that arrived had arrived before. */
    long arrivedAgain() {
        return arrived()
                - doors.stream()
                        .flatMap(door -> door.site().accepted().stream())
                        .map(Received::webhookId)
                        .distinct()
                        .count();
    }

    private long arrived() {
        return doors.stream().mapToLong(door -> door.site().accepted().size()).sum();
    }

    private long count(Kind kind, Answer answer) {
        return acts.stream().filter(act -> act.is(kind, answer)).count();
    }

    @Override
    public String toString() {
        return "logins: %d answered, %d refused, %d lost; log-outs: %d, %d, %d; visits: %d; messages: %d, of them %d again"
                .formatted(
                        count(Kind.ENTER, Answer.DONE),
                        count(Kind.ENTER, Answer.REFUSED),
                        count(Kind.ENTER, Answer.LOST),
                        count(Kind.LEAVE, Answer.DONE),
                        count(Kind.LEAVE, Answer.REFUSED),
                        count(Kind.LEAVE, Answer.LOST),
                        visits.size(),
                        arrived(),
                        arrivedAgain());
    }
}
