package org.interlieux.it.endurance;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.interlieux.it.endurance.Act.Answer;
import org.interlieux.it.endurance.Act.Kind;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.visitor.Visitor;

/** A member with a browser of their own who enters one venue after another, and sometimes leaves before the next. */
final class Wanderer implements AutoCloseable {
    /** The status of the empty page that a browser shows whose form was not answered. */
    private static final int NO_ANSWER = 0;

    private final Visitor visitor;
    private final String email;
    private final List<Door> doors;
    private final Random random;
    private final List<Act> acts = new CopyOnWriteArrayList<>();
    private int here;

    Wanderer(Visitor visitor, String email, List<Door> doors, Random random) {
        this.visitor = visitor;
        this.email = email;
        this.doors = doors;
        this.random = random;
        this.here = random.nextInt(doors.size());
    }

    List<Act> acts() {
        return acts;
    }

    /** Goes to another venue, or tries to. */
    void goOn() {
        here = (here + 1 + random.nextInt(doors.size() - 1)) % doors.size();
        Door door = doors.get(here);
        boolean leaves = random.nextInt(3) == 0;
        if (comesTo(door) && act(Kind.ENTER, door, this::tap) == Answer.DONE && leaves) {
            tokens(door).ifPresent(login -> act(Kind.LEAVE, door, () -> logOut(door, login)));
        }
    }

    /** Whether they come to where they say that they arrive. Whatever goes wrong before that changes nothing. */
    private boolean comesTo(Door door) {
        try {
            visitor.open(door.client().loginUrl());
            if (visitor.sees("button[name=venue]")) {
                visitor.click("button[name=venue][value=" + Quarter.HOME + "]");
            }
            if (visitor.sees("input[name=password]")) {
                visitor.submit(Map.of("email", email, "password", Quarter.PASSWORD));
            }
            return visitor.sees("#venue-arrival");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private Answer act(Kind kind, Door door, Supplier<Answer> what) {
        Instant from = Instant.now();
        Answer answer;
        try {
            answer = what.get();
        } catch (UncheckedIOException e) {
            answer = Answer.LOST;
        }
        acts.add(new Act(kind, email, door.venue(), from, Instant.now(), answer));
        return answer;
    }

    private Answer tap() {
        visitor.click("button[name=choice][value=arrive]");
        if (visitor.status() == NO_ANSWER) {
            return Answer.LOST;
        }
        return visitor.parameter("code").isPresent() ? Answer.DONE : Answer.REFUSED;
    }

    private Optional<Tokens> tokens(Door door) {
        try {
            return Optional.of(door.client().tokens(visitor.code()));
        } catch (UncheckedIOException | IllegalStateException e) {
            return Optional.empty(); // the node died, or the code with it
        }
    }

    private static Answer logOut(Door door, Tokens login) {
        return door.client().logOut(login) / 100 == 2 ? Answer.DONE : Answer.REFUSED;
    }

    @Override
    public void close() {
        visitor.close();
    }
}
