package org.interlieux.venue.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Checks an address of a venue without calling it. */
public final class VenueUrl {
    private VenueUrl() {}

    /**
     * Reads an address.
     *
     * @param what the setting's name, for the message
     * @param plainHttpHosts hosts for which {@code http} is accepted
     * @throws InvalidVenueException when the text is no absolute https URL, or hides something in it
     */
    public static URI check(String what, String url, List<String> plainHttpHosts) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw refused(what, url);
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw refused(what, url);
        }
        if ("https".equals(uri.getScheme())) {
            return uri;
        }
        if (!"http".equals(uri.getScheme())) {
            throw refused(what, url);
        }
        if (!plainHttpHosts.contains(uri.getHost())) {
            throw new InvalidVenueException(what + " must use https (it is " + url + "). For a test without"
                    + " certificates, start the server with --spi-guarded-http--default--plain-http-hosts="
                    + uri.getHost());
        }
        return uri;
    }

    /** Scheme, host and port: two addresses of one origin are answered by one site. */
    public static String origin(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getScheme() + "://" + uri.getHost() + ":" + port;
    }

    private static InvalidVenueException refused(String what, String url) {
        return new InvalidVenueException(
                what + " must be a full address such as https://site.example (it is '" + url + "')");
    }
}
