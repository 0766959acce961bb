package homstyle.session;

import homstyle.metrics.RoomMetrics;
import homstyle.protocol.RoomId;
import homstyle.room.ClusterMessage;
import homstyle.room.RoomJournal;
import homstyle.room.Rooms;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.ClusterEvent;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Subscribe;

/** Owns the sockets of a node: lets them in, leads each to its room, and looks after the silent ones. */
public final class Gateway extends AbstractBehavior<Gateway.Message> {
    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final Duration PROMISE = Duration.ofSeconds(10);

    private static final ServiceKey<Message> GATEWAYS = ServiceKey.create(Message.class, "gateways");

    /** What the gateway of a node is told. */
    public sealed interface Message {}

    /**
     * May a client open a socket to this room?
     *
     * @param connection the socket's id, under which its place is kept until it opens
     */
    public record Admit(RoomId room, String connection, ActorRef<Admission> replyTo) implements Message {}

    record Opened(Connection connection, Long since) implements Message {}

    record Closed(Connection connection) implements Message {}

    /** A room has woken up on this node; the gateways of all nodes are to say who is in it. */
    public record RoomAwake(RoomId room, long rev) implements Message {}

    /** A room has woken up somewhere and asks who is in it (R8). */
    record WhoIsIn(RoomId room, long rev) implements Message, ClusterMessage {}

    /** Another gateway has members in this room: {@code gateway} is to hear of those here. */
    record Peer(RoomId room, ActorRef<RoomGateway.Message> gateway) implements Message, ClusterMessage {}

    /**
     * The node is going to stop: its clients are sent away, and nobody else is let in.
     *
     * @param gently whether its rooms go on meanwhile: then clients go a few at a time, and each is served until it goes
     */
    public record Drain(boolean gently, ActorRef<Done> replyTo) implements Message {}

    /** The rooms of this node have moved. Answered when the others know where each of them lives. */
    public record RoomsMoved(ActorRef<Done> replyTo) implements Message {}

    /** Rooms have moved: this gateway is to find out where each lives, while there is somebody to tell. */
    record FindRooms(ActorRef<Message> replyTo) implements Message, ClusterMessage {}

    /** That gateway knows where each room lives. */
    record RoomsFound(ActorRef<Message> by) implements Message, ClusterMessage {}

    /** The gateways of all nodes, this one included. */
    private record Gateways(Set<ActorRef<Message>> all) implements Message {}

    /** A node has gone for good or come back. */
    private enum NodesChanged implements Message {
        NOW
    }

    private record RoomGatewayEnded(RoomId room, ActorRef<RoomGateway.Message> gateway) implements Message {}

    private enum Sweep implements Message {
        NOW
    }

    /** A few more clients are to be sent away. */
    enum SendAway implements Message {
        NOW
    }

    /** The others have had their time to find the rooms. */
    enum FoundEnough implements Message {
        NOW
    }

    /** Whether there is a place. */
    public sealed interface Admission {
        /** @param color for the new client, the least used in the room: {@code #rrggbb} */
        record Granted(String color) implements Admission {}

        /** @param reason what is full */
        record Refused(String reason) implements Admission {}
    }

    private final TimerScheduler<Message> timers;
    private final Rooms rooms;
    private final RoomJournal journal;
    private final GatewaySettings settings;
    private final RoomMetrics metrics;
    private final Map<RoomId, Place> places = new HashMap<>();
    private final Map<String, Promise> promised = new HashMap<>();
    private final Map<Connection, Place> connections = new HashMap<>();
    /** For motion, and for a node's end: exact, and without cost while nothing moves. */
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("motion").daemon().factory());

    private Set<ActorRef<Message>> gateways;
    private final Departure departure;

    /** A place for a socket that is about to open; clients that come all at once must not all get the last one. */
    private record Promise(RoomId room, String color, long until) {}

    /** A room with sockets here. */
    private static final class Place {
        final ActorRef<RoomGateway.Message> gateway;
        final Map<String, Integer> colors = new HashMap<>();
        int sockets;

        Place(ActorRef<RoomGateway.Message> gateway) {
            this.gateway = gateway;
        }
    }

    public static Behavior<Message> create(
            Rooms rooms, RoomJournal journal, GatewaySettings settings, RoomMetrics metrics) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            timers.startTimerWithFixedDelay(Sweep.NOW, SWEEP);
            return new Gateway(context, timers, rooms, journal, settings, metrics);
        }));
    }

    private Gateway(
            ActorContext<Message> context,
            TimerScheduler<Message> timers,
            Rooms rooms,
            RoomJournal journal,
            GatewaySettings settings,
            RoomMetrics metrics) {
        super(context);
        this.timers = timers;
        this.rooms = rooms;
        this.journal = journal;
        this.settings = settings;
        this.metrics = metrics;
        this.gateways = Set.of(context.getSelf());
        this.departure = new Departure(timers, context.getSelf(), clock);
        var nodes = Cluster.get(context.getSystem()).subscriptions();
        nodes.tell(Subscribe.create(
                context.messageAdapter(ClusterEvent.MemberRemoved.class, _ -> NodesChanged.NOW),
                ClusterEvent.MemberRemoved.class));
        nodes.tell(Subscribe.create(
                context.messageAdapter(ClusterEvent.ReachableMember.class, _ -> NodesChanged.NOW),
                ClusterEvent.ReachableMember.class));
        var receptionist = context.getSystem().receptionist();
        receptionist.tell(Receptionist.register(GATEWAYS, context.getSelf()));
        receptionist.tell(Receptionist.subscribe(
                GATEWAYS,
                context.messageAdapter(
                        Receptionist.Listing.class,
                        listing -> new Gateways(listing.getAllServiceInstances(GATEWAYS)))));
    }

    @Override
    public Receive<Message> createReceive() {
        return newReceiveBuilder()
                .onAnyMessage(this::onMessage)
                .onSignal(PostStop.class, _ -> {
                    clock.shutdownNow();
                    return this;
                })
                .build();
    }

    private Behavior<Message> onMessage(Message message) {
        switch (message) {
            case Admit admit -> onAdmit(admit);
            case Opened opened -> onOpened(opened);
            case Closed(var connection) -> onClosed(connection);
            case RoomAwake(var room, long rev) -> tellAll(new WhoIsIn(room, rev));
            case WhoIsIn(var room, long rev) -> onWhoIsIn(room, rev);
            case Peer(var room, var gateway) -> onPeer(room, gateway);
            case NodesChanged _ -> onNodesChanged();
            case Drain(boolean gently, var replyTo) ->
                departure.begin(gently && gateways.size() > 1, connections.keySet(), replyTo);
            case RoomsMoved(var replyTo) -> departure.roomsMoved(gateways, replyTo);
            case FindRooms(var replyTo) -> onFindRooms(replyTo);
            case RoomsFound(var by) -> departure.roomsFound(by);
            case SendAway _ -> departure.sendSomeAway();
            case FoundEnough _ -> departure.foundEnough();
            case Gateways(var all) -> onGateways(all);
            case RoomGatewayEnded ended -> onRoomGatewayEnded(ended);
            case Sweep _ -> onSweep();
        }
        return this;
    }

    private void onAdmit(Admit admit) {
        var colors = colors(admit.room());
        var clients = colors.values().stream().mapToInt(Integer::intValue).sum();
        if (departure.hasBegun()) {
            admit.replyTo().tell(new Admission.Refused("this node is stopping"));
        } else if (connections.size() + promised.size() >= settings.mostSockets()) {
            admit.replyTo()
                    .tell(new Admission.Refused("this node takes %,d connections".formatted(settings.mostSockets())));
        } else if (clients >= settings.mostClients()) {
            admit.replyTo().tell(new Admission.Refused("the room takes %,d clients".formatted(settings.mostClients())));
        } else {
            var color = Palette.leastUsed(colors);
            promised.put(admit.connection(), new Promise(admit.room(), color, Connection.now() + PROMISE.toMillis()));
            admit.replyTo().tell(new Admission.Granted(color));
        }
    }

    /** How many have each colour in the room, those who are about to come included. */
    private Map<String, Integer> colors(RoomId room) {
        var place = places.get(room);
        var colors = new HashMap<>(place == null ? Map.of() : place.colors);
        promised.values().stream()
                .filter(promise -> promise.room().equals(room))
                .forEach(promise -> colors.merge(promise.color(), 1, Integer::sum));
        return colors;
    }

    private void onOpened(Opened opened) {
        var connection = opened.connection();
        promised.remove(connection.id());
        var place = places.computeIfAbsent(connection.room(), this::open);
        connections.put(connection, place);
        place.sockets++;
        place.colors.merge(connection.member().client().color(), 1, Integer::sum);
        place.gateway.tell(new RoomGateway.Opened(connection, opened.since()));
        if (departure.hasBegun()) {
            departure.sendAway(connection);
        }
    }

    private void onClosed(Connection connection) {
        var place = connections.remove(connection);
        if (place == null) {
            return;
        }
        place.gateway.tell(new RoomGateway.Closed(connection));
        place.colors.merge(connection.member().client().color(), -1, Integer::sum);
        if (--place.sockets == 0) {
            places.remove(connection.room(), place);
            place.gateway.tell(RoomGateway.Stop.NOW);
        }
        departure.closed(connections.isEmpty());
    }

    private void onWhoIsIn(RoomId room, long rev) {
        var place = places.get(room);
        if (place != null) {
            place.gateway.tell(new RoomGateway.RoomAwake(rev));
        }
    }

    private void onPeer(RoomId room, ActorRef<RoomGateway.Message> gateway) {
        var place = places.get(room);
        if (place != null) {
            place.gateway.tell(new RoomGateway.Peer(gateway));
        }
    }

    /** Whoever is new among them hears of every room here; what comes later is told when it comes. */
    private void onGateways(Set<ActorRef<Message>> all) {
        var known = gateways;
        gateways = new HashSet<>(all);
        gateways.add(getContext().getSelf());
        departure.onlyTheseAreLeft(gateways);
        gateways.stream()
                .filter(gateway -> !known.contains(gateway))
                .forEach(gateway -> places.forEach((room, place) -> gateway.tell(new Peer(room, place.gateway))));
    }

    private void onNodesChanged() {
        places.forEach((room, place) -> {
            tellAll(new Peer(room, place.gateway));
            place.gateway.tell(RoomGateway.NodesChanged.NOW);
        });
    }

    private void onFindRooms(ActorRef<Message> replyTo) {
        var found = new RoomsFound(getContext().getSelf());
        if (departure.hasBegun()) {
            // Where all nodes stop at once none will have a room, and what waits for one keeps a region from ending.
            replyTo.tell(found);
        } else {
            rooms.startShards().thenRun(() -> replyTo.tell(found));
        }
    }

    private void tellAll(Message message) {
        gateways.forEach(gateway -> gateway.tell(message));
    }

    private void onSweep() {
        var now = Connection.now();
        promised.values().removeIf(promise -> promise.until() < now);
        connections.forEach((connection, place) -> {
            connection.sweep(settings.patience(), now);
            if (connection.waitsAtTheDoor(settings.patience(), now)) {
                place.gateway.tell(new RoomGateway.JoinAgain(connection));
            }
        });
    }

    /** A fault in one room's gateway: its clients come back to a new one. */
    private void onRoomGatewayEnded(RoomGatewayEnded ended) {
        var place = places.get(ended.room());
        if (place != null && place.gateway.equals(ended.gateway())) {
            places.remove(ended.room());
            connections.forEach((connection, its) -> {
                if (its == place) {
                    connection.tell(Farewells.roomUnavailable());
                }
            });
        }
    }

    private Place open(RoomId room) {
        var gateway = getContext()
                .spawnAnonymous(RoomGateway.create(room, rooms.room(room), journal, settings, metrics, clock));
        getContext().watchWith(gateway, new RoomGatewayEnded(room, gateway));
        if (gateways.size() > 1) {
            tellAll(new Peer(room, gateway));
        }
        return new Place(gateway);
    }
}
