package org.interlieux.it.visitor;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.htmlunit.WebConnection;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.WebResponseData;
import org.htmlunit.util.NameValuePair;
import org.htmlunit.util.WebConnectionWrapper;

/** Lets requests to this machine through, and answers for {@code *.example} with an empty page: no packet leaves. */
final class LoopbackOnly extends WebConnectionWrapper {
    LoopbackOnly(WebConnection connection) {
        super(connection);
    }

    @Override
    public WebResponse getResponse(WebRequest request) throws IOException {
        URL url = request.getUrl();
        String host = url.getHost();
        if (host.equals("localhost") || host.endsWith(".localhost") || host.equals("127.0.0.1")) {
            return super.getResponse(request);
        }
        if (host.endsWith(".example")) {
            List<NameValuePair> headers = List.of(new NameValuePair("Content-Type", "text/html"));
            return new WebResponse(new WebResponseData(new byte[0], 200, "OK", headers), request, 0);
        }
        throw new IOException("A test may not leave this machine: " + url);
    }
}
