package homstyle.faults;

import homstyle.protocol.ByeCode;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.FrameCodec;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A {@link MutantRoom} behind real WebSockets: just enough of RFC 6455 for text messages of one frame. */
final class ModelServer implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern SINCE = Pattern.compile("since=(\\d+)");
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final Pattern RESUME = Pattern.compile("homstyle\\.resume\\.([A-Za-z0-9-]+)");
    private static final int TEXT = 0x81;
    private static final int CLOSE = 8;

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final MutantRoom room;
    private final Map<MutantRoom.Connection, Socket> sockets = new ConcurrentHashMap<>();

    ModelServer(RoomId id, Mutant mutant, long seed) throws IOException {
        room = new MutantRoom(id, mutant, new Random(seed));
        Thread.ofVirtual().start(this::listen);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
    }

    synchronized void crash() {
        room.crash();
        flush();
    }

    synchronized void calmDown() {
        room.calmDown();
    }

    /** Tells all to go away and come back after so many milliseconds. */
    synchronized void drain(long retryAfterMs) {
        for (var connection : List.copyOf(sockets.keySet())) {
            connection.toClient.add(new ServerFrame.Bye(ByeCode.DRAINING, "draining", retryAfterMs));
        }
        flush();
    }

    synchronized List<Change> journal() {
        return List.copyOf(room.journal());
    }

    synchronized Description description() {
        return room.description();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : sockets.values()) {
            socket.close();
        }
    }

    private void listen() {
        while (true) {
            try {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        MutantRoom.Connection connection = null;
        try (socket) {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            connection = open(socket, head(in));
            for (var text = message(in); text != null; text = message(in)) {
                onMessage(connection, RequestJson.decode(text));
            }
        } catch (IOException _) {
            // The client is gone, or the room has crashed.
        } finally {
            if (connection != null) {
                gone(connection);
            }
        }
    }

    private synchronized MutantRoom.Connection open(Socket socket, String head) throws IOException {
        socket.getOutputStream().write(accepting(found(KEY, head)).getBytes(StandardCharsets.US_ASCII));
        var since = found(SINCE, head);
        var connection = room.connect(found(RESUME, head), since == null ? null : Long.valueOf(since));
        sockets.put(connection, socket);
        flush();
        return connection;
    }

    private synchronized void onMessage(MutantRoom.Connection connection, ClientFrame frame) {
        if (!connection.isOpen()) {
            return;
        }
        if (frame instanceof ClientFrame.Ping(var id)) {
            connection.toClient.add(new ServerFrame.Pong(id));
        } else {
            connection.toRoom.add(frame);
            room.work();
        }
        flush();
    }

    private synchronized void gone(MutantRoom.Connection connection) {
        if (connection.isOpen()) {
            room.cut(connection);
        }
        sockets.remove(connection);
        room.endLeases();
        flush();
    }

    private void flush() {
        for (var entry : new ArrayList<>(sockets.entrySet())) {
            try {
                for (var frame : entry.getKey().toClient) {
                    send(entry.getValue(), FrameCodec.encode(frame));
                }
                if (!entry.getKey().isOpen()) {
                    entry.getValue().close();
                }
            } catch (IOException _) {
                // Its reader will notice, too.
            }
            entry.getKey().toClient.clear();
        }
    }

    // ---- WebSockets ----

    private static String head(DataInputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static String accepting(String key) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Protocol: homstyle.room.v1\r\nSec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IOException(impossible);
        }
    }

    /** Null at the end. */
    private static String message(DataInputStream in) throws IOException {
        var opcode = in.readByte() & 0xf;
        var length = in.readByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        var mask = in.readNBytes(4);
        var bytes = in.readNBytes(length);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i % 4];
        }
        return opcode == CLOSE ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void send(Socket socket, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(TEXT);
        if (bytes.length < 126) {
            frame.write(bytes.length);
        } else {
            frame.write(126);
            frame.write(bytes.length >> 8);
            frame.write(bytes.length);
        }
        frame.write(bytes);
        socket.getOutputStream().write(frame.toByteArray());
    }

    private static String found(Pattern pattern, String head) {
        return pattern.matcher(head)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse(null);
    }
}
