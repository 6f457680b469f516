package org.interlieux.it.visitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.htmlunit.BrowserVersion;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebWindow;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.http.Cookie;
import org.htmlunit.util.NameValuePair;
import org.htmlunit.util.UrlUtils;
import org.jspecify.annotations.Nullable;

/**
 * Someone with a browser of their own: cookies, redirects, forms and links, but no scripts and no rendering. A page of a service at
 * {@code https://<anything>.example} is answered without a server; what came back is in {@link #parameter}.
 *
 * <p>Selectors are CSS.
 */
public final class Visitor implements AutoCloseable {
    private final WebClient client;
    private final WebWindow window;
    private @Nullable Page page;

    public Visitor() {
        this("en");
    }

    private Visitor(WebClient client, WebWindow window) {
        this.client = client;
        this.window = window;
    }

    /** Whose browser asks for pages in that language. */
    public Visitor(String language) {
        BrowserVersion browser = new BrowserVersion.BrowserVersionBuilder(BrowserVersion.CHROME)
                .setBrowserLanguage(language)
                .setAcceptLanguageHeader(language)
                .build();
        client = new WebClient(browser, false, null, -1);
        client.setCookieManager(new LoopbackCookies());
        client.setWebConnection(new LoopbackOnly(client.getWebConnection()));
        client.getOptions().setJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        client.getOptions().setDownloadImages(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setPrintContentOnFailingStatusCode(false);
        client.getOptions().setTimeout(60_000);
        client.getCache().setMaxSize(0);
        window = client.getCurrentWindow();
    }

    /** Of the same browser; closes with it. */
    public Visitor newTab() {
        return new Visitor(client, client.openWindow(UrlUtils.URL_ABOUT_BLANK, ""));
    }

    /** From now on calls from another address of this machine: where nodes share an address, it decides which one answers. */
    public Visitor callFrom(InetAddress address) {
        client.getOptions().setLocalAddress(address);
        return this;
    }

    public Visitor open(String url) {
        return send(url, HttpMethod.GET, Map.of());
    }

    /** As {@link #open}, and says what browsers say to an address that is typed in: that a page is wanted. */
    public Visitor browse(String url) {
        BrowserVersion browser = client.getBrowserVersion();
        try {
            page = client.getPage(
                    window,
                    new WebRequest(
                            URI.create(url).toURL(), browser.getHtmlAcceptHeader(), browser.getAcceptEncodingHeader()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(url, e);
        }
    }

    /** Sends a form that is not on the page. */
    public Visitor post(String url, Map<String, String> fields) {
        return send(url, HttpMethod.POST, fields);
    }

    private Visitor send(String url, HttpMethod method, Map<String, String> fields) {
        try {
            WebRequest request = new WebRequest(URI.create(url).toURL(), method);
            request.setRequestParameters(fields.entrySet().stream()
                    .map(field -> new NameValuePair(field.getKey(), field.getValue()))
                    .toList());
            page = client.getPage(window, request);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(url, e);
        }
    }

    /** The first element that the selector finds: a link, a button or a submit input. */
    public Visitor click(String selector) {
        return click(element(selector));
    }

    /** The link or button with exactly that text, as read. */
    public Visitor clickText(String text) {
        return click(html().querySelectorAll("a, button, input[type=submit]").stream()
                .map(DomElement.class::cast)
                .filter(element -> text.equals(label(element)))
                .findFirst()
                .orElseThrow(() -> missing("Nothing to click with the text \"" + text + "\"")));
    }

    private Visitor click(DomElement element) {
        try {
            page = element.click();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills in a field of the page by its name. */
    public Visitor type(String field, String value) {
        if (!(element("[name='" + field + "']") instanceof HtmlInput input)) {
            throw missing(field + " is no input");
        }
        input.setValue(value);
        return this;
    }

    /** Fills in and sends the form that holds these fields. */
    public Visitor submit(Map<String, String> fields) {
        HtmlForm form = html().getForms().stream()
                .filter(candidate -> fields.keySet().stream()
                        .allMatch(field -> !candidate.getInputsByName(field).isEmpty()))
                .findFirst()
                .orElseThrow(() -> missing("No form with the fields " + fields.keySet()));
        fields.forEach((name, value) -> form.getInputByName(name).setValue(value));
        DomElement button = form.querySelector("[type=submit], button:not([type])");
        if (button == null) {
            throw missing("The form has no button");
        }
        return click(button);
    }

    /** At Keycloak's login page. */
    public Visitor logInToKeycloak(String username, String password) {
        return submit(Map.of("username", username, "password", password));
    }

    public boolean sees(String selector) {
        return page instanceof HtmlPage html && html.querySelector(selector) != null;
    }

    /** What a person reads on the page. */
    public String text() {
        return current() instanceof HtmlPage html
                ? html.asNormalizedText()
                : current().getWebResponse().getContentAsString();
    }

    public String text(String selector) {
        return element(selector).asNormalizedText();
    }

    /** The attribute of an element, empty when it has none. */
    public String attribute(String selector, String name) {
        return element(selector).getAttribute(name);
    }

    /** What the server sent. */
    public String source() {
        return current().getWebResponse().getContentAsString();
    }

    public int status() {
        return current().getWebResponse().getStatusCode();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(current().getWebResponse().getResponseHeaderValue(name));
    }

    /** Where the last redirect ended. */
    public String location() {
        return current().getUrl().toExternalForm();
    }

    public boolean isAt(String urlPrefix) {
        return location().startsWith(urlPrefix);
    }

    /** From the query of where one is: {@code code}, {@code error}, {@code state}. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().get(name));
    }

    /** The code that a service got. */
    public String code() {
        return parameter("code").orElseThrow(() -> missing("No code in the address"));
    }

    public Set<Cookie> cookies() {
        return client.getCookieManager().getCookies();
    }

    /** Keeps cookies that a script of that server's page was answered with ({@code Set-Cookie} headers). */
    public Visitor accept(URI server, List<String> setCookies) {
        setCookies.stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> client.getCookieManager()
                        .addCookie(new Cookie(
                                server.getHost(), cookie.getName(), cookie.getValue(), cookie.getPath(), -1, false)));
        return this;
    }

    /** As a request has them that was on its way when they were changed; others stay. */
    public Visitor bringBack(Set<Cookie> earlier) {
        earlier.forEach(client.getCookieManager()::addCookie);
        return this;
    }

    /** As after closing and opening the browser. */
    public Visitor forgetCookies() {
        client.getCookieManager().clearCookies();
        return this;
    }

    /** The page behind, for what is not offered here. */
    public HtmlPage html() {
        if (current() instanceof HtmlPage html) {
            return html;
        }
        throw missing("No HTML page");
    }

    @Override
    public void close() {
        client.close();
    }

    private Map<String, String> parameters() {
        URL url = current().getUrl();
        String query = URI.create(url.toExternalForm()).getRawQuery();
        if (query == null) {
            return Map.of();
        }
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decode(pair[0]),
                        pair -> pair.length == 1 ? "" : decode(pair[1]),
                        (a, b) -> b,
                        LinkedHashMap::new));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private Page current() {
        if (page == null) {
            throw new IllegalStateException("This visitor has opened no page yet");
        }
        return page;
    }

    private DomElement element(String selector) {
        DomElement element = html().querySelector(selector);
        if (element == null) {
            throw missing("Nothing matches " + selector);
        }
        return element;
    }

    private static String label(DomElement element) {
        return element.getTagName().equals("input")
                ? element.getAttribute("value").strip()
                : element.asNormalizedText().strip();
    }

    private AssertionError missing(String what) {
        return new AssertionError(what + " at " + status() + " " + location() + "\n" + text());
    }
}
