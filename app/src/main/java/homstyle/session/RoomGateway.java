package homstyle.session;

import homstyle.protocol.Client;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.Lock;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.protocol.ServerFrame.You;
import homstyle.room.Member;
import homstyle.room.RoomCommand;
import homstyle.room.RoomJournal;
import homstyle.room.RoomLog;
import homstyle.room.RoomNotice;
import homstyle.room.RoomState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;

/**
 * The members of one room on this node. What the room tells comes here first, is encoded once and goes to every
 * socket; presence and motion go from here without the room (M1, P2).
 */
final class RoomGateway extends AbstractBehavior<RoomGateway.Message> {
    private static final Duration BEFORE_READING_AGAIN = Duration.ofSeconds(1);
    private static final long UNKNOWN = -1;

    sealed interface Message {}

    record Opened(Connection connection, Long since) implements Message {}

    record Closed(Connection connection) implements Message {}

    record Sync(Connection connection, long since) implements Message {}

    record Moves(Connection connection, ClientFrame.Motion motion) implements Message {}

    record RoomAwake(long rev) implements Message {}

    /** All sockets are closed. */
    enum Stop implements Message {
        NOW
    }

    private record Notice(RoomNotice notice) implements Message {}

    private enum Tick implements Message {
        NOW
    }

    /** The journal's part of what a connection missed; null when it could not be read. */
    private record MissedRead(RoomNotice.ReadJournal asked, List<Change> changes) implements Message {}

    /** What this gateway itself missed; null when it could not be read. */
    private record GapRead(long from, long to, List<Change> changes) implements Message {}

    private record ReadGap(long from, long to) implements Message {}

    private final RoomLog log;
    private final RoomId id;
    private final EntityRef<RoomCommand> room;
    private final RoomJournal journal;
    private final GatewaySettings settings;
    private final TimerScheduler<Message> timers;
    private final ActorRef<RoomNotice> notices;
    private final Map<String, Connection> connections = new HashMap<>();
    private final Map<String, CatchUp> catchingUp = new LinkedHashMap<>();
    private final Map<ClientId, Connection> members = new LinkedHashMap<>();
    private final HeldItems held;
    private final Motion motion = new Motion();
    private final ArrayDeque<RoomNotice> heldBack = new ArrayDeque<>();
    private boolean readingGap;
    private boolean ticking;
    private long rev = UNKNOWN;

    /** A connection on its way to the room's present: what it held, and the missed changes read so far. */
    private record CatchUp(Long since, boolean entered, List<Change> missed) {
        /** Up to where it has everything, the changes read so far included; null for nothing. */
        Long reached() {
            return missed.isEmpty() ? since : Long.valueOf(missed.getLast().rev());
        }
    }

    static Behavior<Message> create(
            RoomId id, EntityRef<RoomCommand> room, RoomJournal journal, GatewaySettings settings) {
        return Behaviors.setup(context ->
                Behaviors.withTimers(timers -> new RoomGateway(context, timers, id, room, journal, settings)));
    }

    private RoomGateway(
            ActorContext<Message> context,
            TimerScheduler<Message> timers,
            RoomId id,
            EntityRef<RoomCommand> room,
            RoomJournal journal,
            GatewaySettings settings) {
        super(context);
        this.timers = timers;
        this.log = new RoomLog(context.getLog(), id);
        this.id = id;
        this.room = room;
        this.journal = journal;
        this.settings = settings;
        this.held = new HeldItems(settings.lease());
        this.notices = context.messageAdapter(RoomNotice.class, Notice::new);
    }

    @Override
    public Receive<Message> createReceive() {
        return newReceiveBuilder().onAnyMessage(this::onMessage).build();
    }

    private Behavior<Message> onMessage(Message message) {
        switch (message) {
            case Opened(var connection, var since) -> onOpened(connection, since);
            case Closed(var connection) -> onClosed(connection);
            case Sync(var connection, long since) -> onSync(connection, since);
            case Moves(var connection, var moved) -> onMoves(connection, moved);
            case RoomAwake(long roomRev) -> onRoomAwake(roomRev);
            case Notice(var notice) -> onNotice(notice);
            case MissedRead read -> onMissedRead(read);
            case ReadGap(long from, long to) -> readGap(from, to);
            case GapRead read -> onGapRead(read);
            case Tick _ -> onTick();
            case Stop _ -> {
                return Behaviors.stopped();
            }
        }
        return this;
    }

    private void onOpened(Connection connection, Long since) {
        connections.put(connection.id(), connection);
        catchUp(connection, new CatchUp(since, false, List.of()));
    }

    private void onClosed(Connection connection) {
        connections.remove(connection.id());
        var onTheWay = catchingUp.remove(connection.id());
        var client = connection.member().id();
        if (members.remove(client, connection)) {
            motion.forget(client);
            held.forget(client);
            tellPresence(new ServerFrame.Left(client), connection);
            if (held.any(client)) {
                leave(client, connection.id());
            }
        } else if (onTheWay != null && !onTheWay.entered()) {
            // Gone before its welcome; its coming has renewed the locks it may hold (L5).
            leave(client, connection.id());
        }
    }

    private void onSync(Connection connection, long since) {
        var isMember = members.get(connection.member().id()) == connection;
        if (isMember && !catchingUp.containsKey(connection.id())) {
            catchUp(connection, new CatchUp(since, true, List.of()));
        }
    }

    private void onMoves(Connection connection, ClientFrame.Motion moved) {
        var client = connection.member().id();
        if (members.get(client) != connection) {
            return;
        }
        if (moved instanceof ClientFrame.Drag drag) {
            if (!held.by(client, drag.item(), drag.fence())) {
                return;
            }
            if (held.renewalIsDue(client, Connection.now())) {
                room.tell(new RoomCommand.Renew(client));
            }
        }
        motion.add(client, moved);
        if (!ticking) {
            onTick();
        }
    }

    private void onRoomAwake(long roomRev) {
        room.tell(new RoomCommand.Present(
                notices, members.values().stream().map(Connection::member).toList()));
        catchingUp.forEach((connection, catchUp) -> join(connections.get(connection), catchUp.reached()));
        if (rev != UNKNOWN && roomRev > rev && !readingGap) {
            readGap(rev + 1, roomRev);
        }
    }

    private void onNotice(RoomNotice notice) {
        if (readingGap) {
            heldBack.add(notice);
            return;
        }
        switch (notice) {
            case RoomNotice.Changed changed -> onChanged(changed);
            case RoomNotice.NotStored(var connection, long number) -> onNotStored(connection, number);
            case RoomNotice.Welcomed welcomed -> onWelcomed(welcomed);
            case RoomNotice.Resumed resumed -> onResumed(resumed);
            case RoomNotice.ReadJournal asked -> onReadJournal(asked);
        }
    }

    private void onChanged(RoomNotice.Changed changed) {
        var changes = changed.changes();
        if (rev != UNKNOWN && !changes.isEmpty()) {
            if (isGapBefore(changes.getFirst().rev(), changed)) {
                return;
            }
            passOn(changes);
        }
        var answers = changed.answers();
        if (answers == null) {
            return;
        }
        if (connections.get(answers.connection()) instanceof Connection connection) {
            connection.tell(new SessionMessage.Answered(answers.number(), answered(connection, answers)));
        } else {
            leaveLate(answers.connection(), changes);
        }
    }

    /** Who had gone before his last requests were stored may hold locks now (L5). */
    private void leaveLate(String connection, List<Change> changes) {
        changes.stream().map(Change::by).distinct().filter(held::any).forEach(client -> leave(client, connection));
    }

    private void onNotStored(String id, long number) {
        if (connections.get(id) instanceof Connection connection) {
            connection.tell(new SessionMessage.Unavailable(number));
        }
    }

    private void onWelcomed(RoomNotice.Welcomed welcomed) {
        var state = welcomed.state();
        if (isGapBefore(state.rev() + 1, welcomed)) {
            return;
        }
        follow(state.rev(), state.locks());
        var connection = connections.get(welcomed.connection());
        var catchUp = catchingUp.remove(welcomed.connection());
        if (connection == null || catchUp == null) {
            return;
        }
        if (catchUp.entered()) {
            connection.tell(new SessionMessage.Missed(List.of(Frame.of(welcome(connection, state)))));
            return;
        }
        if (enter(connection)) {
            tellEntered(connection, List.of(Frame.of(welcome(connection, state))));
        }
    }

    private void onResumed(RoomNotice.Resumed resumed) {
        if (isGapBefore(resumed.rev() + 1, resumed)) {
            return;
        }
        follow(resumed.rev(), resumed.locks());
        var connection = connections.get(resumed.connection());
        var catchUp = catchingUp.remove(resumed.connection());
        if (connection == null || catchUp == null) {
            return;
        }
        if (!catchUp.entered() && !enter(connection)) {
            return;
        }
        var frames = new ArrayList<Frame>();
        var you = you(connection);
        frames.add(Frame.of(
                new ServerFrame.Resumed(id, resumed.rev(), catchUp.since(), settings.version(), you, clients())));
        catchUp.missed().forEach(change -> frames.add(Frame.of(change)));
        resumed.missed().forEach(change -> frames.add(Frame.of(change)));
        if (catchUp.entered()) {
            connection.tell(new SessionMessage.Missed(frames));
        } else {
            tellEntered(connection, frames);
        }
    }

    private void onReadJournal(RoomNotice.ReadJournal asked) {
        if (catchingUp.containsKey(asked.connection())) {
            getContext()
                    .pipeToSelf(
                            journal.changes(id, asked.since() + 1, asked.oldest() - 1),
                            (changes, failure) -> new MissedRead(asked, failure == null ? changes : null));
        }
    }

    private void onMissedRead(MissedRead read) {
        var connection = connections.get(read.asked().connection());
        var catchUp = catchingUp.get(read.asked().connection());
        // A room that woke meanwhile was asked a second time, and what it answered is here already (R3).
        if (connection == null
                || catchUp == null
                || catchUp.reached() != read.asked().since()) {
            return;
        }
        if (read.changes() == null) {
            connection.tell(Farewells.missedUnreadable());
            return;
        }
        var missed = new ArrayList<>(catchUp.missed());
        missed.addAll(read.changes());
        catchUp(connection, new CatchUp(catchUp.since(), catchUp.entered(), missed));
    }

    private void onGapRead(GapRead read) {
        if (read.changes() == null) {
            timers.startSingleTimer(new ReadGap(read.from(), read.to()), BEFORE_READING_AGAIN);
            return;
        }
        passOn(read.changes());
        readingGap = false;
        while (!readingGap && !heldBack.isEmpty()) {
            onNotice(heldBack.poll());
        }
    }

    private void onTick() {
        ticking = !motion.isEmpty();
        if (!ticking) {
            return;
        }
        var all = motion.all();
        var movers = motion.movers();
        var message = new SessionMessage.Moved(Frame.of(all), all);
        members.forEach((client, connection) -> {
            if (!movers.contains(client)) {
                connection.tell(message);
            } else if (movers.size() > 1) {
                var others = motion.without(client);
                connection.tell(new SessionMessage.Moved(Frame.of(others), others));
            }
        });
        motion.clear();
        timers.startSingleTimer(Tick.NOW, settings.motionTick());
    }

    private void catchUp(Connection connection, CatchUp catchUp) {
        catchingUp.put(connection.id(), catchUp);
        join(connection, catchUp.reached());
    }

    private void join(Connection connection, Long since) {
        room.tell(new RoomCommand.Join(notices, connection.member(), since));
    }

    private void leave(ClientId client, String connection) {
        room.tell(new RoomCommand.Leave(client, connection));
    }

    /** Begins to follow the room, if this is the first that is heard of it. */
    private void follow(long roomRev, List<Lock> locks) {
        if (rev == UNKNOWN) {
            rev = roomRev;
            held.set(locks);
        }
    }

    /** Whether changes before {@code next} are missing here; then they are read first, and the notice waits (R3). */
    private boolean isGapBefore(long next, RoomNotice notice) {
        if (rev == UNKNOWN || next <= rev + 1) {
            return false;
        }
        heldBack.addFirst(notice);
        readGap(rev + 1, next - 1);
        return true;
    }

    private void readGap(long from, long to) {
        readingGap = true;
        log.info(to, "gateway reads what it missed from rev " + from);
        getContext()
                .pipeToSelf(
                        journal.changes(id, from, to),
                        (changes, failure) -> new GapRead(from, to, failure == null ? changes : null));
    }

    private void passOn(List<Change> changes) {
        var frames = new ArrayList<Frame>(changes.size());
        for (var change : changes) {
            if (change.rev() > rev) {
                rev = change.rev();
                held.follow(change);
                overtakeMotion(change);
                frames.add(Frame.of(change));
            }
        }
        var message = new SessionMessage.Changes(frames);
        members.values().forEach(connection -> connection.tell(message));
    }

    private void overtakeMotion(Change change) {
        switch (change) {
            case ServerFrame.Moved moved -> motion.forget(moved.item());
            case ServerFrame.Removed removed -> motion.forget(removed.item());
            case ServerFrame.Unlocked unlocked -> unlocked.items().forEach(motion::forget);
            case ServerFrame.Created _,
                    ServerFrame.Placed _,
                    ServerFrame.Locked _,
                    ServerFrame.Reshaped _,
                    ServerFrame.Renamed _ -> {}
        }
    }

    private static List<Frame> answered(Connection connection, RoomNotice.Answers answers) {
        return answers.frames().stream()
                .map(answer -> {
                    if (answer instanceof Rejected rejected) {
                        Session.logRefused(connection, rejected);
                    }
                    return Frame.of(answer);
                })
                .toList();
    }

    /** Makes the connection a member; an older one of the same client is dismissed (R6). */
    private boolean enter(Connection connection) {
        var client = connection.member().client();
        var other = members.get(client.client());
        if (other != null && connection.isOlderThan(other)) {
            connection.tell(Farewells.replaced());
            return false;
        }
        members.put(client.client(), connection);
        if (other != null) {
            other.tell(Farewells.replaced());
        }
        tellPresence(ServerFrame.Joined.of(client), connection);
        return true;
    }

    private void tellEntered(Connection connection, List<Frame> frames) {
        connection.tell(new SessionMessage.Entered(getContext().getSelf(), notices, frames));
    }

    private void tellPresence(ServerFrame frame, Connection about) {
        var message = new SessionMessage.Presence(Frame.of(frame), clients());
        members.values().stream().filter(member -> member != about).forEach(member -> member.tell(message));
    }

    private List<Client> clients() {
        return members.values().stream()
                .map(Connection::member)
                .map(Member::client)
                .toList();
    }

    private ServerFrame.Welcome welcome(Connection connection, RoomState state) {
        return new ServerFrame.Welcome(
                id,
                state.rev(),
                settings.version(),
                you(connection),
                state.title(),
                state.plan().outline(),
                state.plan().height(),
                state.plan().openings(),
                state.items(),
                state.locks(),
                clients(),
                settings.limits());
    }

    private static You you(Connection connection) {
        var client = connection.member().client();
        return new You(
                client.client(), client.user(), client.name(), client.color(), client.role(), connection.resumeKey());
    }
}
