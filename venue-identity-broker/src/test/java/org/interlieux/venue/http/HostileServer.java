package org.interlieux.venue.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Listens on loopback, reads the head of each request, and answers with whatever bytes a test writes. */
final class HostileServer implements AutoCloseable {
    /** What is answered to one request; the connection is closed when it returns. */
    interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    /** More than any socket buffers on the way can hold. */
    private static final long MOST_WRITTEN = 64L * 1024 * 1024;

    private final ServerSocket listener;
    private final Thread thread;
    private final AtomicLong written = new AtomicLong();
    private final AtomicInteger hangUps = new AtomicInteger();
    private final List<String> requests = new ArrayList<>();
    private volatile Answer answer = out -> {};
    private volatile boolean open = true;
    private volatile boolean answering;

    HostileServer() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    void answers(Answer next) {
        answer = next;
    }

    /** A text, all at once. */
    void answers(String text) {
        answers(out -> out.write(text.getBytes(ISO_8859_1)));
    }

    /** A text, then another one again and again until the client hangs up. */
    void answersEndlessly(String start, String again) {
        byte[] block = again.getBytes(ISO_8859_1);
        answers(out -> {
            out.write(start.getBytes(ISO_8859_1));
            while (open && written.get() < MOST_WRITTEN) {
                out.write(block);
            }
        });
    }

    /** A text, one byte each time. */
    void answersSlowly(String text, long millisPerByte) {
        answers(out -> {
            for (byte next : text.getBytes(ISO_8859_1)) {
                out.write(next);
                Thread.sleep(millisPerByte);
            }
        });
    }

    /** Bytes that went out, which includes those still in socket buffers. */
    long written() {
        return written.get();
    }

    boolean isAnswering() {
        return answering;
    }

    /** Heads of the requests, in order. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve() {
        while (open) {
            try (Socket socket = listener.accept()) {
                answering = true;
                socket.setSendBufferSize(8 * 1024);
                String head = head(socket);
                synchronized (this) {
                    requests.add(head);
                }
                answer.write(new Counted(socket.getOutputStream()));
            } catch (IOException e) {
                hangUps.incrementAndGet(); // as the client should, or the test is over
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                answering = false;
            }
        }
    }

    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the client hung up");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Counted extends OutputStream {
        private final OutputStream out;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            written.incrementAndGet();
        }

        @Override
        public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            written.addAndGet(length);
        }
    }
}
