package org.interlieux.demo.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.interlieux.demo.Faults;
import org.interlieux.demo.Federation;
import org.interlieux.demo.Member;
import org.interlieux.demo.Misbehaviour;
import org.interlieux.demo.OAuthClient;
import org.interlieux.demo.SiteSettings;
import org.interlieux.demo.store.SiteStore;
import org.jspecify.annotations.Nullable;

/** The running site, as its endpoints see it. What may change while it runs is read anew each time. */
public final class Site {
    private final SiteSettings settings;
    private final SiteStore store;
    private final Misbehaviour misbehaviour;
    private final Clock clock;
    private volatile @Nullable URI url;
    private volatile @Nullable OAuthClient oauthClient;
    private volatile @Nullable Federation federation;
    private volatile @Nullable String webhookKey;

    public Site(SiteSettings settings, SiteStore store, Misbehaviour misbehaviour, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.misbehaviour = misbehaviour;
        this.clock = clock;
        this.url = settings.baseUrl() == null ? null : URI.create(settings.baseUrl());
        this.oauthClient = settings.oauthClient();
        this.federation = settings.federation();
        this.webhookKey = settings.webhookKey();
    }

    /** The port is known only once it is open; without a base URL it decides the site's own. */
    public void listensOn(int port) {
        if (url == null) {
            url = URI.create("http://localhost:" + port);
        }
    }

    /** Without a slash at the end. */
    public URI url() {
        return Objects.requireNonNull(url, "the site has not started yet");
    }

    public SiteSettings settings() {
        return settings;
    }

    public SiteStore store() {
        return store;
    }

    public Misbehaviour misbehaviour() {
        return misbehaviour;
    }

    public Faults faults() {
        return misbehaviour.faults();
    }

    public Clock clock() {
        return clock;
    }

    public Control control() {
        return Control.of(settings, store.control());
    }

    /** Whether members log in here; otherwise the site is a relying service only. */
    public boolean isProvider() {
        return !settings.members().isEmpty() || oauthClient != null;
    }

    public Optional<Member> memberByEmail(@Nullable String email) {
        return settings.members().stream()
                .filter(member -> member.email().equalsIgnoreCase(email))
                .findFirst();
    }

    public Optional<Member> memberBySubject(@Nullable String subject) {
        return settings.members().stream()
                .filter(member -> subject(member).equals(subject))
                .findFirst();
    }

    /** The member's id towards others. Derived, so that a demo that starts from nothing meets its old members again. */
    public String subject(Member member) {
        return store.subject(
                member.email(), email -> Digests.sha256Hex((settings.alias() + "\n" + email).getBytes(UTF_8))
                        .substring(0, 39));
    }

    public Optional<OAuthClient> oauthClient() {
        return Optional.ofNullable(oauthClient);
    }

    public void oauthClient(OAuthClient changed) {
        oauthClient = changed;
    }

    public Optional<Federation> federation() {
        return Optional.ofNullable(federation);
    }

    public void federation(Federation changed) {
        federation = changed;
    }

    public Optional<String> webhookKey() {
        return Optional.ofNullable(webhookKey);
    }

    public void webhookKey(String changed) {
        webhookKey = changed;
    }
}
