package homstyle.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** What a client says when it connects. */
public final class Joining {
    private static final OkHttpClient HTTP = new OkHttpClient();

    static {
        // A socket counts as a request as long as it is open.
        HTTP.dispatcher().setMaxRequests(Integer.MAX_VALUE);
    }

    private final String address;
    private final List<String> query = new ArrayList<>();
    private final List<String> subprotocols = new ArrayList<>(List.of("homstyle.room.v1"));
    private String origin;

    Joining(int port, String room) {
        this.address = "ws://127.0.0.1:%d/api/rooms/%s/socket".formatted(port, room);
    }

    public Joining as(String name) {
        query.add("name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        return this;
    }

    public Joining since(long rev) {
        return query("since=" + rev);
    }

    Joining query(String parameter) {
        query.add(parameter);
        return this;
    }

    public Joining resuming(TestClient earlier) {
        return resuming(earlier.resumeKey());
    }

    public Joining resuming(String key) {
        subprotocols.add("homstyle.resume." + key);
        return this;
    }

    public Joining token(String token) {
        subprotocols.add("homstyle.token." + token);
        return this;
    }

    Joining offering(String... others) {
        subprotocols.clear();
        subprotocols.addAll(List.of(others));
        return this;
    }

    Joining from(String page) {
        origin = page;
        return this;
    }

    /** Connects and waits for the first frame. */
    public TestClient connect() {
        var client = open();
        client.awaitFirst();
        return client;
    }

    /** Connects without waiting for anything but the upgrade. */
    TestClient open() {
        var request = new Request.Builder().url(query.isEmpty() ? address : address + "?" + String.join("&", query));
        if (!subprotocols.isEmpty()) {
            request.header("Sec-WebSocket-Protocol", String.join(", ", subprotocols));
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        return TestClient.open(HTTP, request.build());
    }

    /** The HTTP status with which the upgrade is refused. */
    int refusal() {
        try {
            open().close();
        } catch (TestClient.UpgradeRefused refused) {
            return refused.status();
        }
        throw new AssertionError("the upgrade was not refused");
    }
}
