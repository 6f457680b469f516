package org.interlieux.visit.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.interlieux.visit.delivery.WebhookTest.Tested;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test message.
 *
 * @param outcome {@code delivered}, {@code refused}, {@code unanswered}, or {@code not_sent} where nobody is to be told
 * @param status of HTTP, where there was an answer
 * @param error what went wrong, where there was none
 * @param millis how long it took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TestResult(
        String outcome,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Long millis) {
    static TestResult of(Tested tested) {
        if (tested instanceof Tested.Answered answered) {
            boolean accepted = answered.status() / 100 == 2;
            return new TestResult(accepted ? "delivered" : "refused", answered.status(), null, answered.millis());
        }
        return tested instanceof Tested.Unanswered unanswered
                ? new TestResult("unanswered", null, unanswered.error(), unanswered.millis())
                : new TestResult("not_sent", null, null, null);
    }
}
