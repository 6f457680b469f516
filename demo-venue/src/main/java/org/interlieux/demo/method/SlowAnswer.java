package org.interlieux.demo.method;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.interlieux.demo.CannedAnswer;

/** Sends an answer at once, or byte by byte. */
record SlowAnswer(Duration perByte) {
    void send(CannedAnswer answer, Context request) throws IOException, InterruptedException {
        request.status(answer.status());
        answer.headers().forEach(request::header);
        if (perByte.isZero()) {
            request.result(answer.body());
            return;
        }
        OutputStream out = request.res().getOutputStream();
        for (byte next : answer.body()) {
            out.write(next);
            out.flush();
            Thread.sleep(perByte.toMillis());
        }
    }
}
