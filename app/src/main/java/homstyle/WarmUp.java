package homstyle;

import homstyle.access.RoomToken;
import homstyle.access.Tokens;
import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.PersonName;
import homstyle.protocol.Role;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.UserId;
import homstyle.room.Rooms;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the first visitors of a new process would wait for, the process does for itself before it says that it is ready:
 * for a moment it opens tabs in a room of its own, asks what they missed, and wakes rooms of which nothing is stored.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final RoomId ROOM = new RoomId("warm-up");
    private static final Client SELF = new Client(
            new ClientId("homstyle"), new UserId("homstyle"), new PersonName("HÖMSTYLE"), "#1f2a44", Role.OWNER);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
    private static final String SYNC = "{\"type\":\"sync\",\"since\":0}";
    private static final String PING = "{\"type\":\"ping\"}";

    private final Rooms rooms;
    private final String server;
    private final String token;

    /** @param host the name or address under which the server may be asked for */
    WarmUp(Rooms rooms, Tokens tokens, String host, InetSocketAddress bound) {
        this.rooms = rooms;
        this.server = "%s:%d".formatted(bound.getAddress().isAnyLocalAddress() ? "localhost" : host, bound.getPort());
        this.token = tokens.mint(new RoomToken(ROOM, null, Role.VIEWER), TOKEN_LIFE);
    }

    /**
     * Not fatal when it fails: then the first visitors do it.
     *
     * @param executor for work that blocks
     */
    CompletionStage<Void> last(Duration time, Executor executor) {
        return rooms.create(ROOM, SELF, RoomDraft.parse(""), List.of(), DemoRoom.PATIENCE)
                .thenAcceptAsync(_ -> visit(System.nanoTime() + time.toNanos()), executor)
                .exceptionally(failure -> {
                    LOG.warn("warming up failed, so the first requests will be slow: {}", failure.toString());
                    return null;
                });
    }

    private void visit(long end) {
        try (var http = HttpClient.newHttpClient()) {
            for (int visit = 0; System.nanoTime() < end; visit++) {
                var tab = Tab.open(http, server, ROOM.value(), token);
                tab.send(SYNC);
                tab.send(PING);
                tab.await(ServerFrame.Pong.class);
                tab.close();
                rooms.describe(new RoomId("%s-%d".formatted(ROOM, visit)))
                        .toCompletableFuture()
                        .join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
