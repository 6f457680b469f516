package org.interlieux.venue.http;

import java.io.IOException;

/** The answer went on past the size limit and was not read to its end. */
public final class AnswerTooLargeException extends IOException {
    private final int status;

    AnswerTooLargeException(String host, int status, int maxBytes) {
        super(host + " answered with more than " + maxBytes + " bytes");
        this.status = status;
    }

    /** The HTTP status of that answer. */
    public int status() {
        return status;
    }
}
