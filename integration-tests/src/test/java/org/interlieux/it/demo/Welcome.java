package org.interlieux.it.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.interlieux.demo.Member;
import org.interlieux.demo.SiteSettings;

/** What the person who started the demo needs to know. */
record Welcome(List<SiteSettings> sites, Path log) {
    private static final String ROW = "  %-22s %-50s %s";

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%nInterlieux is ready%n%n".formatted());
        text.append(row("", "address", "log in as"));
        text.append(row("Keycloak's console", DemoPort.KEYCLOAK.url() + "/admin/", "admin, password admin"));
        for (SiteSettings site : sites) {
            text.append(row(site.name(), DemoPort.of(site.alias()).url(), logins(site)));
        }
        text.append(row(
                "A badge page",
                DemoPort.KEYCLOAK.url() + "/realms/" + DemoRealms.FEDERATION + "/badge/fabrique",
                "any member"));
        text.append(
                row("Le Phare's own logins", DemoPort.KEYCLOAK.url() + "/realms/phare/account/", "dan@phare.example"));
        text.append(row(
                "Not of any venue",
                DemoPort.KEYCLOAK.url() + "/realms/" + DemoRealms.FEDERATION + "/account/",
                "staff"));
        text.append("""

                  The other passwords are all "demo". Keycloak's log: %s
                  Ctrl-C ends everything and keeps the data; -Ddemo.reset at the next start forgets it.
                """.formatted(log));
        return text.toString();
    }

    private static String row(String what, String address, String logins) {
        return ROW.formatted(what, address, logins).stripTrailing() + "\n";
    }

    private static String logins(SiteSettings site) {
        return site.members().stream()
                .map(member -> member.email() + credits(member))
                .collect(Collectors.joining(", "));
    }

    private static String credits(Member member) {
        return member.credits() ? "" : " (no credits)";
    }
}
