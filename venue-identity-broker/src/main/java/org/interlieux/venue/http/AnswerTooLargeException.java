package org.interlieux.venue.http;

import java.io.IOException;

/** The answer went on past the size limit and was not read to its end. */
public final class AnswerTooLargeException extends IOException {
    AnswerTooLargeException(String host, int maxBytes) {
        super(host + " answered with more than " + maxBytes + " bytes");
    }
}
