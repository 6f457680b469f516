package org.interlieux.venue.settings;

/** A venue's settings are refused. The admin console shows the message as it is, untranslated. */
public final class InvalidVenueException extends IllegalArgumentException {
    InvalidVenueException(String message) {
        super(message);
    }
}
