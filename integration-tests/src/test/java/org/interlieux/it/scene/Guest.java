package org.interlieux.it.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.visitor.Visitor;

/** Somebody at a door, with a browser of their own. */
public final class Guest implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Visitor visitor;

    public Guest() {
        this("en");
    }

    public Guest(String language) {
        this(new Visitor(language));
    }

    private Guest(Visitor visitor) {
        this.visitor = visitor;
    }

    /** In another tab of the same browser, which closes with it. */
    public Guest inNewTab() {
        return new Guest(visitor.newTab());
    }

    public Visitor visitor() {
        return visitor;
    }

    /** Opens the venue's site and asks to enter with the federation account. */
    public Guest at(DemoVenue door) {
        visitor.open(door.url() + "/federation/login");
        return this;
    }

    /** Follows any other link into a login. */
    public Guest open(String url) {
        visitor.open(url);
        return this;
    }

    public Guest choose(String homeAlias) {
        visitor.click("button[name=venue][value=" + homeAlias + "]");
        return this;
    }

    /** At the login page of a Dokos site. */
    public Guest logInAsDokosMember(String email) {
        visitor.submit(Map.of("email", email, "password", Scene.PASSWORD));
        return this;
    }

    /** From the picker to the arrival page, or to whatever page comes instead. */
    public Guest comeFromAtelier(String email) {
        return choose("atelier").logInAsDokosMember(email);
    }

    /** As far as the arrival page, by whatever pages come before: the choice of venues, the login at a Dokos site. */
    public Guest comeTo(DemoVenue door, String homeAlias, String email) {
        return at(door).logInIfAsked(homeAlias, email);
    }

    /** Wherever a link led: chooses, and logs in at a Dokos site. */
    public Guest logInIfAsked(String homeAlias, String email) {
        if (seesPicker()) {
            choose(homeAlias);
            if (visitor.sees("input[name=password]")) {
                logInAsDokosMember(email);
            }
        }
        return this;
    }

    /** Goes in, also where no arrival page is shown because the visit is open already. */
    public Guest enter(DemoVenue door, String homeAlias, String email) {
        comeTo(door, homeAlias, email);
        return seesArrivalPage() ? arrive() : this;
    }

    public Guest arrive() {
        return tap("arrive");
    }

    public Guest tap(String choice) {
        visitor.click("button[name=choice][value=" + choice + "]");
        return this;
    }

    public Guest leave(DemoVenue door) {
        visitor.open(door.url() + "/").click("#federation-logout");
        return this;
    }

    public boolean seesArrivalPage() {
        return visitor.sees("#venue-arrival");
    }

    /** The choice of venues. */
    public boolean seesPicker() {
        return visitor.sees("button[name=venue]");
    }

    public boolean seesDenial() {
        return visitor.sees("#access-denied");
    }

    /** What the site knows of this guest's login: {@code logged_in}, {@code claims}, {@code id_token_claims}, … */
    public JsonNode session(DemoVenue site) {
        try {
            return JSON.readTree(
                    visitor.open(site.url() + "/federation/session.json").source());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the site was given a login. */
    public boolean isInside(DemoVenue site) {
        return session(site).path("logged_in").asBoolean();
    }

    @Override
    public void close() {
        visitor.close();
    }
}
