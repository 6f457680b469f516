package org.interlieux.venue.hours;

/** Opening hours or a time zone that cannot be used. The message tells an admin what is wrong and what to write. */
public final class InvalidOpeningHoursException extends IllegalArgumentException {
    InvalidOpeningHoursException(String message) {
        super(message);
    }
}
