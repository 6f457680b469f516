package org.interlieux.venue.settings;

import static org.interlieux.venue.settings.SavedSettings.refuseIf;

import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;

/** What members recognise a venue by. */
record ShownCheck(SavedSettings settings) {
    private static final int MAX_ABBREVIATION = 20;

    void check() {
        checkColor();
        checkNamesForSearch();
    }

    private void checkColor() {
        settings.text(VenueKeys.COLOR)
                .ifPresent(color -> refuseIf(
                        !color.matches(Venue.COLOR),
                        "The colour must be written like #2f6f4f (it is '" + color + "')"));
    }

    private void checkNamesForSearch() {
        settings.text(VenueKeys.ABBREVIATION)
                .ifPresent(text -> refuseIf(
                        text.length() > MAX_ABBREVIATION,
                        "abbreviation has " + MAX_ABBREVIATION + " characters at most (it is '" + text + "')"));
        Venue.of(settings.model()).stream()
                .flatMap(venue -> venue.emailDomains().stream())
                .forEach(domain -> refuseIf(
                        !domain.matches("[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?\\.[\\p{L}\\p{N}-]{2,}"),
                        "emailDomains has what follows the @ of members' addresses, such as atelier.example (it is '"
                                + domain + "')"));
    }
}
