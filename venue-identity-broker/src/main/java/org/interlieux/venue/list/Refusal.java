package org.interlieux.venue.list;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a request is refused, in the form of OAuth 2 errors (RFC 6749, section 5.2).
 *
 * @param description what to do instead
 */
public record Refusal(
        String error, @JsonProperty("error_description") String description) {}
