package org.interlieux.access.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.junit.jupiter.api.Test;

class VenueLineTest {
    private static final AccessOutcome YES = new Granted("yes");
    private static final AccessOutcome RESTING = new Unknown("venue-not-answering");
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void deadVenueIsAskedThreeTimesAndThenLeftAlone() throws IOException {
        VenueLine line = new VenueLine("dead", LONG);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> line.ask(VenueLineTest::silence)).isInstanceOf(SocketTimeoutException.class);
        }

        assertThat(line.ask(() -> YES)).isEqualTo(RESTING);
    }

    @Test
    void answersInBetweenKeepTheLineOpen() throws IOException {
        VenueLine line = new VenueLine("shaky", LONG);

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> line.ask(VenueLineTest::silence)).isInstanceOf(IOException.class);
            assertThat(line.ask(() -> YES)).isEqualTo(YES);
        }
    }

    @Test
    void oneQuestionTriesWhetherItIsBack() throws Exception {
        VenueLine line = new VenueLine("back", Duration.ofMillis(1));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> line.ask(VenueLineTest::silence)).isInstanceOf(IOException.class);
        }
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            await().until(() -> {
                Future<AccessOutcome> unused = other.submit(() -> line.ask(() -> {
                    asked.countDown();
                    waitFor(answer);
                    return YES;
                }));
                return asked.await(1, TimeUnit.SECONDS);
            });

            assertThat(line.ask(() -> YES)).as("only one probe at a time").isEqualTo(RESTING);
        } finally {
            answer.countDown();
            other.shutdown();
        }
        await().until(() -> line.ask(() -> YES).equals(YES));
    }

    @Test
    void slowVenueHoldsUpSixteenQuestionsAndNoMore() throws Exception {
        VenueLine line = new VenueLine("slow", LONG);
        CountDownLatch under = new CountDownLatch(16);
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService members = Executors.newCachedThreadPool();
        try {
            List<Future<AccessOutcome>> waiting = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                waiting.add(members.submit(() -> line.ask(() -> {
                    under.countDown();
                    waitFor(answer);
                    return YES;
                })));
            }
            under.await();

            assertThat(line.ask(() -> YES)).isEqualTo(new Unknown("venue-busy"));

            answer.countDown();
            for (Future<AccessOutcome> one : waiting) {
                assertThat(one.get()).isEqualTo(YES);
            }
            assertThat(line.ask(() -> YES)).isEqualTo(YES);
        } finally {
            answer.countDown();
            members.shutdown();
        }
    }

    private static AccessOutcome silence() throws IOException {
        throw new SocketTimeoutException("silence");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
