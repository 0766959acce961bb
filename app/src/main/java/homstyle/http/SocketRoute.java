package homstyle.http;

import static org.apache.pekko.http.javadsl.server.Directives.completeWithFuture;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;

import homstyle.access.ResumeKey;
import homstyle.access.RoomToken;
import homstyle.access.Tokens;
import homstyle.metrics.RoomMetrics;
import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.PersonName;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;
import homstyle.room.Member;
import homstyle.room.Rooms;
import homstyle.session.Gateway;
import homstyle.session.Gateway.Admission;
import homstyle.session.Rates;
import homstyle.session.SessionFlow;
import homstyle.session.SessionFlow.Arrival;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.ws.WebSocketUpgrade;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code GET /api/rooms/{room}/socket}: the way into a room (section 1 of the protocol). */
final class SocketRoute {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ActorSystem<?> system;
    private final Hosts hosts;
    private final Entrance entrance;
    private final Tokens tokens;
    private final Rooms rooms;
    private final ActorRef<Gateway.Message> gateway;
    private final Rates rates;
    private final RoomMetrics metrics;

    SocketRoute(
            ActorSystem<?> system,
            Hosts hosts,
            Entrance entrance,
            Tokens tokens,
            Rooms rooms,
            ActorRef<Gateway.Message> gateway,
            Rates rates,
            RoomMetrics metrics) {
        this.system = system;
        this.hosts = hosts;
        this.entrance = entrance;
        this.tokens = tokens;
        this.rooms = rooms;
        this.gateway = gateway;
        this.rates = rates;
        this.metrics = metrics;
    }

    Route route(String room) {
        return extractRequest(request -> completeWithFuture(connect(new RoomId(room), request)));
    }

    private CompletionStage<HttpResponse> connect(RoomId room, HttpRequest request) {
        hosts.checkOrigin(request);
        var upgrade = request.getAttribute(AttributeKeys.webSocketUpgrade)
                .orElseThrow(() -> new HttpProblem(StatusCodes.BAD_REQUEST, "expected a WebSocket handshake"));
        var query = request.getUri().query();
        var name = query.get("name").map(PersonName::new).orElse(PersonName.ANONYMOUS);
        var since = Revisions.in(query, "since").orElse(null);
        var shown = Credentials.of(upgrade);
        var as = entrance.identify(room, shown.token());
        var resumed = shown.resumeKey()
                .flatMap(tokens::resume)
                .filter(key -> key.room().equals(room)
                        && (as.user() == null || as.user().equals(key.user())));
        var connection = Ids.connection();
        return entrance.checkExists(room)
                .thenCompose(_ -> AskPattern.<Gateway.Message, Admission>ask(
                        gateway, replyTo -> new Gateway.Admit(room, connection, replyTo), PATIENCE, system.scheduler()))
                .thenApply(admission -> switch (admission) {
                    case Admission.Granted(var color) ->
                        upgraded(upgrade, shown, arrival(connection, as, name, color, resumed, since));
                    case Admission.Refused(var reason) ->
                        throw new HttpProblem(StatusCodes.SERVICE_UNAVAILABLE, reason);
                });
    }

    private HttpResponse upgraded(WebSocketUpgrade upgrade, Credentials shown, Arrival arrival) {
        var flow = SessionFlow.create(arrival, gateway, rooms.room(arrival.room())::tell, rates, metrics);
        return shown.subprotocol()
                .map(subprotocol -> upgrade.handleMessagesWith(flow, subprotocol))
                .orElseGet(() -> upgrade.handleMessagesWith(flow));
    }

    private Arrival arrival(
            String connection, RoomToken as, PersonName name, String color, Optional<ResumeKey> resumed, Long since) {
        var key = resumed.orElseGet(() -> newcomer(as, color));
        var client = new Client(key.client(), key.user(), name, key.color(), as.role());
        return new Arrival(
                as.room(), new Member(connection, client, System.currentTimeMillis()), tokens.mint(key), since);
    }

    private static ResumeKey newcomer(RoomToken as, String color) {
        var client = new ClientId(Ids.client());
        return new ResumeKey(as.room(), client, as.user() == null ? new UserId(client.value()) : as.user(), color);
    }
}
