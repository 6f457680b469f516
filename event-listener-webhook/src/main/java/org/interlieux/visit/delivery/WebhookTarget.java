package org.interlieux.visit.delivery;

import java.net.URI;
import org.interlieux.venue.http.GuardedHttp;

/** Where a venue receives, and with what: all that an attempt needs once its transaction is over. */
public record WebhookTarget(URI url, WebhookSignature signature, GuardedHttp http) {}
