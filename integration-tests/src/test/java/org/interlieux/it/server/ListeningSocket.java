package org.interlieux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a process accepts packets: listening TCP sockets and bound UDP sockets, as Linux tells in {@code /proc}.
 *
 * @param protocol {@code tcp}, {@code tcp6}, {@code udp} or {@code udp6}
 */
public record ListeningSocket(String protocol, InetAddress address, int port) {
    private static final String TCP_LISTEN = "0A";
    private static final String UDP_UNCONNECTED = "07";

    public boolean isOnLoopback() {
        return address.isLoopbackAddress();
    }

    static List<ListeningSocket> of(long processId) {
        try {
            Path process = Path.of("/proc", Long.toString(processId));
            Set<String> inodes = socketInodes(process);
            List<ListeningSocket> sockets = new ArrayList<>();
            for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
                sockets.addAll(read(process, protocol, inodes));
            }
            return sockets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ListeningSocket> read(Path process, String protocol, Set<String> inodes) throws IOException {
        Path table = process.resolve("net").resolve(protocol);
        if (!Files.exists(table)) {
            return List.of();
        }
        String state = protocol.startsWith("tcp") ? TCP_LISTEN : UDP_UNCONNECTED;
        try (Stream<String> lines = Files.lines(table)) {
            return lines.skip(1)
                    .map(line -> line.trim().split("\\s+"))
                    .filter(columns -> columns[3].equals(state) && inodes.contains(columns[9]))
                    .map(columns -> parse(protocol, columns[1]))
                    .toList();
        }
    }

    /** {@code 0100007F:1F90}: 32-bit words in the machine's byte order, then the port. */
    private static ListeningSocket parse(String protocol, String local) {
        int colon = local.indexOf(':');
        byte[] raw = HexFormat.of().parseHex(local.substring(0, colon));
        ByteBuffer words = ByteBuffer.wrap(raw);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            bytes.putInt(words.getInt());
        }
        try {
            return new ListeningSocket(
                    protocol,
                    InetAddress.getByAddress(bytes.array()),
                    Integer.parseInt(local.substring(colon + 1), 16));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(local, e);
        }
    }

    private static Set<String> socketInodes(Path process) throws IOException {
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return descriptors
                    .map(ListeningSocket::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            return "closed meanwhile";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
