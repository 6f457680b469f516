package org.interlieux.venue.health;

/**
 * Something that an admin should know, and what to do about it.
 *
 * @param code a short word for scripts
 * @param text for people; holds no secret and no personal data
 */
public record Finding(Severity severity, String code, String text) {

    /** How bad it is. */
    public enum Severity {
        /** Somebody is kept out, or could be let in wrongly. */
        ERROR,
        /** It works, but not as well or as safely as it should. */
        WARNING
    }

    public static Finding error(String code, String text) {
        return new Finding(Severity.ERROR, code, text);
    }

    public static Finding warning(String code, String text) {
        return new Finding(Severity.WARNING, code, text);
    }
}
