package org.interlieux.it.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Messages that have come and that nobody has taken yet. */
final class Letters implements Consumer<Letter> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MOST = Duration.ofSeconds(30);

    private final List<Letter> letters = new ArrayList<>();

    @Override
    public synchronized void accept(Letter letter) {
        letters.add(letter);
        notifyAll();
    }

    /** Takes what this venue was told, as soon as it is there. */
    Letter take(String venue, String type) {
        return take(letter -> letter.venue().equals(venue) && type(letter).equals(type), type + " at " + venue);
    }

    /** The same, about one visit. */
    Letter take(String venue, String type, String visit) {
        return take(
                letter -> letter.venue().equals(venue)
                        && type(letter).equals(type)
                        && visit(letter).equals(visit),
                type + " of " + visit + " at " + venue);
    }

    private synchronized Letter take(Predicate<Letter> wanted, String what) {
        long end = System.nanoTime() + MOST.toNanos();
        Optional<Letter> found = find(wanted);
        try {
            while (found.isEmpty()) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new IllegalStateException("No " + what + " has come within " + MOST);
                }
                wait(left);
                found = find(wanted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        letters.remove(found.get());
        return found.get();
    }

    private Optional<Letter> find(Predicate<Letter> wanted) {
        return letters.stream().filter(wanted).findFirst();
    }

    /** Which visit a message is about. */
    static String visit(Letter letter) {
        return json(letter).path("data").path("visit").path("id").asText();
    }

    private static String type(Letter letter) {
        return json(letter).path("type").asText();
    }

    private static JsonNode json(Letter letter) {
        try {
            return JSON.readTree(letter.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(letter.body(), e);
        }
    }
}
