package org.interlieux.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a test breaks a running site, and what it saw of the federation. Every fault stays until {@link #reset()}.
 * May be used from any thread.
 */
public final class Misbehaviour {
    private Faults faults = new Faults();
    private final List<AccessQuestion> accessQuestions = new ArrayList<>();
    private final List<WebhookAttempt> webhookAttempts = new ArrayList<>();

    /** Ends every fault and forgets what was counted. */
    public synchronized void reset() {
        faults = new Faults();
        accessQuestions.clear();
        webhookAttempts.clear();
    }

    /** Changes the claims of every id_token before it is signed. The map may be changed in place. */
    public synchronized void alterIdToken(UnaryOperator<Map<String, @Nullable Object>> change) {
        faults.idToken = change;
    }

    /** Signs id_tokens with another secret than the client's. */
    public synchronized void signIdTokenWith(String secret) {
        faults.idTokenSecret = secret;
    }

    /** Sends as id_token whatever is made of its claims, which come as JSON: another algorithm, no signature, no token at all. */
    public synchronized void forgeIdToken(UnaryOperator<String> forger) {
        faults.idTokenForger = forger;
    }

    /** Changes every userinfo answer; a null value becomes a JSON null. The map may be changed in place. */
    public synchronized void alterUserInfo(UnaryOperator<Map<String, @Nullable Object>> change) {
        faults.userInfo = change;
    }

    /** Answers every access question with this, whoever asks. */
    public synchronized void answerAccessWith(int status, Map<String, String> headers, byte[] body) {
        faults.accessAnswer = new CannedAnswer(status, headers, body.clone());
    }

    /** Answers every access question with this, whoever asks. */
    public void answerAccessWith(int status, Map<String, String> headers, String body) {
        answerAccessWith(status, headers, body.getBytes(UTF_8));
    }

    /** Answers every access question with this, whoever asks. */
    public synchronized void answerAccessWith(CannedAnswer answer) {
        faults.accessAnswer = answer;
    }

    /** Waits before answering an access question. */
    public synchronized void delayAccess(Duration delay) {
        faults.accessDelay = delay;
    }

    /** Sends the answer to an access question one byte per second. */
    public void dribbleAccess() {
        dribbleAccess(Duration.ofSeconds(1));
    }

    /** Sends the answer to an access question byte by byte. */
    public synchronized void dribbleAccess(Duration perByte) {
        faults.accessPace = perByte;
    }

    /** Refuses every webhook with this HTTP status, and keeps nothing of it. */
    public synchronized void answerWebhooksWith(int status) {
        faults.webhookStatus = OptionalInt.of(status);
    }

    /** What was asked since the start or the last {@link #reset()}, oldest first. */
    public synchronized List<AccessQuestion> accessQuestions() {
        return List.copyOf(accessQuestions);
    }

    /** Which webhook requests came since the start or the last {@link #reset()}, oldest first. */
    public synchronized List<WebhookAttempt> webhookAttempts() {
        return List.copyOf(webhookAttempts);
    }

    /** For the site: a question came. */
    public synchronized void count(AccessQuestion question) {
        accessQuestions.add(question);
    }

    /** For the site: a webhook was answered. */
    public synchronized void count(WebhookAttempt attempt) {
        webhookAttempts.add(attempt);
    }

    /** For the site: the faults as they are now. */
    public synchronized Faults faults() {
        return faults.copy();
    }
}
