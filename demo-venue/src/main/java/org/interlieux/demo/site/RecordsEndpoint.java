package org.interlieux.demo.site;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;

/** {@code GET /records.json}: what the site was told, oldest first. */
public final class RecordsEndpoint implements Handler {
    private final Site site;

    public RecordsEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void handle(Context request) {
        request.json(Map.of("records", site.store().records()));
    }
}
