package org.interlieux.visit.member;

/**
 * One of the member's own visits as the page shows it.
 *
 * @param venue its name
 * @param day when they came, also today
 */
public record MyVisit(String venue, String day, Stay stay) {}
