package org.interlieux.demo;

import java.util.Map;

/** An HTTP answer that was fixed beforehand. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CannedAnswer(int status, Map<String, String> headers, byte[] body) {
    public CannedAnswer {
        headers = Map.copyOf(headers);
    }
}
