package org.interlieux.venue.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;

/** Puts a total time limit and a size limit on a call; the call runs beside the caller so that nothing can outlast it. */
final class LimitedHttp implements GuardedHttp {
    private final CloseableHttpClient client;
    private final ExecutorService calls;

    LimitedHttp(CloseableHttpClient client, ExecutorService calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public HttpClient client() {
        return client;
    }

    @Override
    public HttpAnswer send(HttpUriRequest request, Duration total) throws IOException {
        String host = request.getURI().getHost();
        Future<HttpAnswer> call;
        try {
            call = calls.submit(() -> client.execute(request, response -> read(response, host)));
        } catch (RejectedExecutionException e) {
            throw new IOException("Too many calls to venues are under way; " + host + " was not asked", e);
        }
        try {
            return call.get(total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException(host + " did not answer within " + total.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for " + host);
        } finally {
            if (!call.isDone()) {
                call.cancel(true);
                request.abort();
            }
        }
    }

    /** A refused address stays one, however deep the client wraps it. */
    private static IOException failure(ExecutionException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof AddressRefusedException refused) {
                return refused;
            }
        }
        return failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
    }

    private static HttpAnswer read(HttpResponse response, String host) throws IOException {
        Header retryAfter = response.getFirstHeader("Retry-After");
        return new HttpAnswer(
                response.getStatusLine().getStatusCode(),
                retryAfter == null ? null : retryAfter.getValue(),
                body(response, host));
    }

    @SuppressWarnings("NullAway") // an answer without a body has no entity
    private static String body(HttpResponse response, String host) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        InputStream content = entity.getContent(); // not closed here: closing would read an endless body to its end
        byte[] body = content.readNBytes(GuardedHttp.MAX_ANSWER_BYTES + 1);
        if (body.length > GuardedHttp.MAX_ANSWER_BYTES) {
            throw new AnswerTooLargeException(
                    host, response.getStatusLine().getStatusCode(), GuardedHttp.MAX_ANSWER_BYTES);
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
