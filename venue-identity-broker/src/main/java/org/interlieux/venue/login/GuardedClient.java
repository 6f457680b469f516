package org.interlieux.venue.login;

import java.io.IOException;
import java.time.Duration;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpVersion;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;
import org.interlieux.venue.http.HttpAnswer;
import org.jspecify.annotations.Nullable;

/** For Keycloak code that takes an HTTP client: each of its calls is one guarded call, read to its end. */
final class GuardedClient extends CloseableHttpClient {
    /** Sends a request and reads its whole answer. */
    interface Call {
        HttpAnswer send(HttpUriRequest request, Duration total) throws IOException;
    }

    private final Call call;
    private final Duration total;

    GuardedClient(Call call, Duration total) {
        this.call = call;
        this.total = total;
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, @Nullable HttpContext context)
            throws IOException {
        if (!(request instanceof HttpUriRequest complete)) {
            throw new IOException("Only requests with a whole address can be guarded");
        }
        return new WholeResponse(call.send(complete, total));
    }

    @Override
    public void close() {}

    @Override
    @Deprecated
    public HttpParams getParams() {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public ClientConnectionManager getConnectionManager() {
        throw new UnsupportedOperationException();
    }

    private static final class WholeResponse extends BasicHttpResponse implements CloseableHttpResponse {
        WholeResponse(HttpAnswer answer) {
            super(HttpVersion.HTTP_1_1, answer.status(), "");
            setEntity(new StringEntity(answer.body(), ContentType.APPLICATION_JSON));
        }

        @Override
        public void close() {}
    }
}
