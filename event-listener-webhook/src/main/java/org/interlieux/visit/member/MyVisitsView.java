package org.interlieux.visit.member;

import java.util.List;

/**
 * What the template of the member's own visits shows.
 *
 * @param loggedIn false for somebody unknown, who sees none
 * @param older where older ones are, empty when there are none
 * @param newest where the newest ones are, empty on that page
 * @param file where all of them are in one file
 * @param retentionDays how long they can be told to be the member's
 */
public record MyVisitsView(
        boolean loggedIn, List<MyVisit> visits, String older, String newest, String file, long retentionDays) {
    static final MyVisitsView NOBODY = new MyVisitsView(false, List.of(), "", "", "", 0);
}
