package org.interlieux.it.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.interlieux.demo.DemoVenue;
import org.interlieux.demo.Member;
import org.interlieux.demo.OAuthClient;
import org.interlieux.demo.SiteSettings;
import org.interlieux.it.Directories;

/** The site of a home venue that is told nothing: its members log in there, and it answers the access question. */
public final class HomeSite {
    private HomeSite() {}

    /** On a free port, with data of its own. */
    public static DemoVenue start(String name, String alias, List<Member> members, OAuthClient keycloak) {
        SiteSettings settings = new SiteSettings(
                name, alias, "127.0.0.1", 0, null, "#2f6f6b", true, "fr", members, keycloak, null, null, null);
        try {
            return DemoVenue.start(
                    settings,
                    Files.createTempDirectory(Files.createDirectories(Directories.work()), "home-site")
                            .resolve("store.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
