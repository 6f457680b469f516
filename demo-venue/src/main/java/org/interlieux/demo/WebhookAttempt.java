package org.interlieux.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One webhook request that reached the site, and the HTTP status that it was answered with. */
public record WebhookAttempt(@Nullable String webhookId, Instant at, int status) {}
