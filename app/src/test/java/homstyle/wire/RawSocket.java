package homstyle.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TCP connection that speaks HTTP and WebSocket by hand, so that it can do what a well-behaved client cannot: bad
 * handshakes, own Host and Origin headers, fragments, binary and broken messages, not reading.
 */
public final class RawSocket implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CONTINUATION = 0;
    private static final int CLOSE = 8;
    private static final byte[] GOING_AWAY = {0x03, (byte) 0xe9};
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int DEADLINE_MILLIS = 30_000;
    private static final int SMALL_WINDOW = 4_096;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    /** An HTTP answer; header names are in lower case. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public JsonNode json() {
            return Inbox.parse(body);
        }
    }

    /** A WebSocket frame of the server. */
    record Received(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** The status code of a close frame. */
        int closeCode() {
            return ByteBuffer.wrap(payload).getShort();
        }

        boolean isClose() {
            return opcode == CLOSE;
        }
    }

    RawSocket(int port) throws IOException {
        // Small, so that a client which stops reading is felt by the server soon.
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.setSoTimeout(DEADLINE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /**
     * Sends a request as it is and reads the answer.
     *
     * @param lines the request line and the headers; no Host is added
     */
    public Answer request(String... lines) throws IOException {
        send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        var status = Integer.parseInt(line().split(" ")[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    /** Asks for a WebSocket; {@code headers} come after those of a good handshake. */
    Answer handshake(String room, String... headers) throws IOException {
        return handshakeAt("/api/rooms/%s/socket".formatted(room), headers);
    }

    Answer handshakeAt(String path, String... headers) throws IOException {
        var lines = new ArrayList<>(List.of(
                "GET %s HTTP/1.1".formatted(path),
                "Host: localhost:" + socket.getPort(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        lines.addAll(List.of(headers));
        return request(lines.toArray(String[]::new));
    }

    void text(String text) throws IOException {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a message and the end of the connection together, as a tab does that is closed. */
    void textAndClose(String text) throws IOException {
        var both = new ByteArrayOutputStream();
        both.writeBytes(framed(TEXT, true, text.getBytes(StandardCharsets.UTF_8)));
        both.writeBytes(framed(CLOSE, true, GOING_AWAY));
        send(both.toByteArray());
    }

    /** Ends the connection without a word. */
    void cut() throws IOException {
        socket.close();
    }

    /** Sends one frame; {@code last} is false for a fragment that others follow. */
    void frame(int opcode, boolean last, byte[] payload) throws IOException {
        send(framed(opcode, last, payload));
    }

    private static byte[] framed(int opcode, boolean last, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(opcode | (last ? FINAL : 0));
        if (payload.length < 126) {
            frame.write(MASKED | payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(MASKED | 126);
            frame.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(MASKED | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.writeBytes(new byte[4]); // a mask of zeros leaves the payload as it is
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** The next frame of the server. */
    Received receive() throws IOException {
        var opcode = in.readUnsignedByte() & 0x0f;
        var length = in.readUnsignedByte() & 0x7f;
        var size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        return new Received(opcode, in.readNBytes(Math.toIntExact(size)));
    }

    /** The next text message as JSON. */
    JsonNode next() throws IOException {
        var received = receive();
        if (received.opcode() != TEXT) {
            throw new AssertionError("expected a text message, got opcode " + received.opcode());
        }
        return Inbox.parse(received.text());
    }

    /** The next message of that type; others are passed over. */
    JsonNode next(String type) throws IOException {
        while (true) {
            var frame = next();
            if (frame.path("type").asText().equals(type)) {
                return frame;
            }
        }
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended after \"" + line + "\"");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
