package org.interlieux.it.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes every message in, as far as RFC 5321 asks for that, and gives the links in them. */
final class Mailbox implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]*action-token[^\\s\"<>]*");

    private final ServerSocket socket;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    private Mailbox(ServerSocket socket) {
        this.socket = socket;
    }

    static Mailbox open() {
        try {
            Mailbox mailbox = new Mailbox(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(mailbox::receive, "mailbox");
            thread.setDaemon(true);
            thread.start();
            return mailbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From the next message, which has twenty seconds to come. */
    String link() {
        try {
            String message = messages.poll(20, TimeUnit.SECONDS);
            Matcher link = LINK.matcher(String.valueOf(message));
            if (!link.find()) {
                throw new AssertionError("No link in the mail: " + message);
            }
            return link.group();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void receive() {
        while (!socket.isClosed()) {
            try (Socket sender = socket.accept()) {
                converse(sender);
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void converse(Socket sender) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(sender.getInputStream(), UTF_8));
        say(sender, "220 mailbox");
        for (String line = lines.readLine(); line != null && !line.startsWith("QUIT"); line = lines.readLine()) {
            if (line.startsWith("DATA")) {
                say(sender, "354 go on");
                messages.add(content(lines));
            }
            say(sender, "250 ok");
        }
        say(sender, "221 bye");
    }

    /** Undoes quoted-printable (RFC 2045, section 6.7), as far as an address needs it. */
    private static String content(BufferedReader lines) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            boolean goesOn = line.endsWith("=");
            message.append(goesOn ? line.substring(0, line.length() - 1) : line + "\n");
        }
        return message.toString().replace("=3D", "=");
    }

    private static void say(Socket sender, String line) throws IOException {
        sender.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        sender.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
