package org.interlieux.demo.federation;

/** The login through the federation failed; the message is the error code. */
final class FederationException extends Exception {
    FederationException(String code) {
        super(code);
    }

    FederationException(String code, Throwable cause) {
        super(code, cause);
    }

    String code() {
        return String.valueOf(getMessage());
    }
}
