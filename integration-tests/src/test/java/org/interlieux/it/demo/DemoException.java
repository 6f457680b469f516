package org.interlieux.it.demo;

/** Why the demo cannot run; the message is for the person who started it, whom a stack trace would not help. */
final class DemoException extends RuntimeException {
    DemoException(String message) {
        super(message, null, false, false);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
