package org.interlieux.visit.delivery;

/**
 * A message to one venue.
 *
 * @param venueId internal id of the receiver
 * @param type such as {@code visit.entry}
 * @param body exactly what is signed and sent
 */
public record Envelope(String venueId, String type, String body) {}
