package org.interlieux.demo.method;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Locale;
import java.util.Set;
import org.interlieux.demo.frappe.MethodErrors;
import org.interlieux.demo.site.Site;

/** What Frappe says of a method that it does not find: it names the method, and why, in the site's language. */
public final class MissingMethod implements Handler {
    private static final Set<String> MODULES = Set.of("federated_venue.api", "frappe.integrations.oauth2");

    private final Site site;
    private final Callers callers;

    public MissingMethod(Site site, Callers callers) {
        this.site = site;
        this.callers = callers;
    }

    /** For every path under {@code /api/method/} that nothing else answers. */
    @Override
    public void handle(Context request) {
        // Frappe authenticates first and looks for the method afterwards.
        callers.of(request).refuseBadToken();
        String method = request.pathParam("method");
        String module = method.substring(0, Math.max(0, method.lastIndexOf('.')));
        if (method.startsWith("federated_venue.") && !site.control().appInstalled()) {
            throw appNotInstalled(method);
        }
        MethodErrors errors = errors();
        throw new FrappeException(
                417,
                MODULES.contains(module)
                        ? errors.noFunction(method)
                        : errors.noModule(method, module.isEmpty() ? method : module));
    }

    /** Called before a method of the federation app does anything. */
    void refuseWithoutApp(String method) {
        if (!site.control().appInstalled()) {
            throw appNotInstalled(method);
        }
    }

    private FrappeException appNotInstalled(String method) {
        return new FrappeException(417, errors().appNotInstalled(method));
    }

    private MethodErrors errors() {
        return new MethodErrors(Locale.forLanguageTag(site.control().language()));
    }
}
