package org.interlieux.venue.list;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.interlieux.venue.Venues;
import org.interlieux.venue.directory.VenueDirectory;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/** Answers with the venues that members may choose, a page at a time. The list is public, as it is on the login page. */
public final class VenueListResource {
    private static final int DEFAULT_MAX = 25;
    private static final int MAX = 50;
    /** In seconds: enough for somebody who types, short enough for somebody who waits for a change. */
    private static final int CACHED_SECONDS = 10;

    private final KeycloakSession session;

    VenueListResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * A page of venues.
     *
     * @param search as {@link Venues#forLogin} takes it, 100 characters at most
     * @param first index of the first venue, from 0
     * @param max from 1 to 50 (25)
     */
    @GET
    @Path("")
    public Response venues(
            @QueryParam("q") @Nullable String search,
            @QueryParam("first") @Nullable String first,
            @QueryParam("max") @Nullable String max,
            @Context Request request) {
        if (session.getProvider(VenueDirectory.class)
                        .all(session.getContext().getRealm(), 0, 1)
                        .total()
                == 0) {
            throw new NotFoundException();
        }
        VenueList list;
        try {
            PageRequest page = PageRequest.of(search, first, max, DEFAULT_MAX, MAX);
            list = VenueList.of(new Venues(session).forLogin(page.search(), page.first(), page.max()));
        } catch (IllegalArgumentException e) {
            return open(Response.status(Response.Status.BAD_REQUEST)
                            .entity(new Refusal("invalid_request", String.valueOf(e.getMessage()))))
                    .build();
        }
        return answer(list, request);
    }

    private static Response answer(VenueList list, Request request) {
        byte[] body;
        try {
            body = JsonSerialization.writeValueAsBytes(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EntityTag tag = new EntityTag(hash(body));
        CacheControl caching = new CacheControl();
        caching.setMaxAge(CACHED_SECONDS);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(new String(body, StandardCharsets.UTF_8));
        return open(answer.tag(tag).cacheControl(caching)).build();
    }

    /** Any site may show the list. */
    private static Response.ResponseBuilder open(Response.ResponseBuilder answer) {
        return answer.type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .header("Access-Control-Allow-Origin", "*");
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
