package org.interlieux.visit.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitFilter;
import org.interlieux.visit.ledger.VisitPage;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponseException;

/** Answers that hold personal data: nobody keeps them. */
public final class Answers {
    private Answers() {}

    /**
     * A page of visits, as the request's parameters ask.
     *
     * @throws ErrorResponseException when a parameter cannot be used
     */
    public static Response page(
            KeycloakSession session, Function<VisitFilter, VisitPage> pages, Function<Visit, ?> shown) {
        VisitFilter filter = orInvalidRequest(
                () -> VisitRequest.of(session.getContext().getUri().getQueryParameters()));
        return json(VisitList.of(pages.apply(filter), shown));
    }

    /**
     * Reads the parameters of a request.
     *
     * @throws ErrorResponseException when one cannot be used
     */
    public static <T> T orInvalidRequest(Supplier<T> parameters) {
        try {
            return parameters.get();
        } catch (IllegalArgumentException e) {
            throw new ErrorResponseException(
                    "invalid_request", String.valueOf(e.getMessage()), Response.Status.BAD_REQUEST);
        }
    }

    public static Response json(Object body) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
