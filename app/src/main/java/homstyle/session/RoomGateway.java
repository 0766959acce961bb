package homstyle.session;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import homstyle.metrics.RoomMetrics;
import homstyle.protocol.Client;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.room.ClusterMessage;
import homstyle.room.RoomCommand;
import homstyle.room.RoomJournal;
import homstyle.room.RoomLog;
import homstyle.room.RoomNotice;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;

/**
 * The members of one room on this node. What the room tells comes here first, is encoded once and goes to every
 * socket; presence and motion go from here to the gateways of other nodes without the room, which may be asleep
 * (M1, P2).
 */
final class RoomGateway extends AbstractBehavior<RoomGateway.Message> {
    private static final Duration BEFORE_READING_AGAIN = Duration.ofSeconds(1);
    /** In the journal, for one connection that missed it, which gets everything as it is now instead of more (R4). */
    private static final long MOST_BYTES_READ = 1 << 20;

    sealed interface Message {}

    record Opened(Connection connection, Long since) implements Message {}

    record Closed(Connection connection) implements Message {}

    /** The connection is not in the room yet; what it asked may be lost. */
    record JoinAgain(Connection connection) implements Message {}

    record Sync(Connection connection, long since) implements Message {}

    record Moves(Connection connection, ClientFrame.Motion motion) implements Message {}

    /** The room has woken up somewhere and wants to know who is here. */
    record RoomAwake(long rev) implements Message {}

    /** Another node has members in this room too. */
    record Peer(ActorRef<Message> gateway) implements Message, ClusterMessage {}

    /** Who is in the room by another gateway now. */
    record Others(ActorRef<Message> gateway, List<Client> clients) implements Message, ClusterMessage {}

    /** What the members of another gateway moved since its last tick. */
    record OthersMoved(ServerFrame.Motion motion) implements Message, ClusterMessage {}

    /** A node has gone for good or come back: what was on the way from or to it may be lost. */
    enum NodesChanged implements Message {
        NOW
    }

    /** All sockets are closed. */
    enum Stop implements Message {
        NOW
    }

    private record Notice(RoomNotice notice) implements Message {}

    record PeerGone(ActorRef<Message> gateway) implements Message {}

    private enum Tick implements Message {
        NOW
    }

    /** The gateways of other nodes are to hear who is here. */
    enum TellOthers implements Message {
        NOW
    }

    /** The journal's part of what a connection missed, as far as it may be read; null when it could not be. */
    private record MissedRead(RoomNotice.ReadJournal asked, List<Change> changes) implements Message {
        boolean isAll() {
            return changes.size() == asked.oldest() - 1 - asked.since();
        }
    }

    /** What this gateway itself missed; null when it could not be read. */
    private record GapRead(Following.Gap gap, List<Change> changes) implements Message {}

    private record ReadGap(Following.Gap gap) implements Message {}

    private final RoomLog log;
    private final RoomId id;
    private final EntityRef<RoomCommand> room;
    private final RoomJournal journal;
    private final GatewaySettings settings;
    private final Slumber slumber;
    private final ScheduledExecutorService clock;
    private final ActorRef<Message> self;
    private final TimerScheduler<Message> timers;
    private final ActorRef<RoomNotice> notices;
    private final CatchingUp catchingUp;
    private final Greetings greetings;
    private final Map<String, Connection> connections = new HashMap<>();
    private final Roster roster = new Roster();
    private final RosterExchange rosters;
    private final HeldItems held;
    private final Following following;
    private final MotionRelay motion = new MotionRelay(roster);
    private boolean ticking;

    static Behavior<Message> create(
            RoomId id,
            EntityRef<RoomCommand> room,
            RoomJournal journal,
            GatewaySettings settings,
            RoomMetrics metrics,
            ScheduledExecutorService clock) {
        return Behaviors.setup(context -> Behaviors.withTimers(
                timers -> new RoomGateway(context, timers, id, room, journal, settings, metrics, clock)));
    }

    private RoomGateway(
            ActorContext<Message> context,
            TimerScheduler<Message> timers,
            RoomId id,
            EntityRef<RoomCommand> room,
            RoomJournal journal,
            GatewaySettings settings,
            RoomMetrics metrics,
            ScheduledExecutorService clock) {
        super(context);
        this.clock = clock;
        this.self = context.getSelf();
        this.slumber = new Slumber(metrics);
        this.timers = timers;
        this.log = new RoomLog(context.getLog(), id);
        this.id = id;
        this.room = room;
        this.journal = journal;
        this.settings = settings;
        this.greetings = new Greetings(id, settings);
        this.held = new HeldItems(settings.lease());
        this.following = new Following(held);
        this.notices = context.messageAdapter(RoomNotice.class, Notice::new);
        this.catchingUp = new CatchingUp(room, notices, settings.patience().again());
        this.rosters = new RosterExchange(context, timers, roster);
    }

    @Override
    public Receive<Message> createReceive() {
        return newReceiveBuilder()
                .onAnyMessage(this::onMessage)
                .onSignal(PostStop.class, _ -> {
                    slumber.isOver();
                    return this;
                })
                .build();
    }

    private Behavior<Message> onMessage(Message message) {
        switch (message) {
            case Opened(var connection, var since) -> onOpened(connection, since);
            case Closed(var connection) -> onClosed(connection);
            case JoinAgain(var connection) -> catchingUp.askAgain(connection.id());
            case Sync(var connection, long since) -> onSync(connection, since);
            case Moves(var connection, var moved) -> onMoves(connection, moved);
            case RoomAwake(long rev) -> onRoomAwake(rev);
            case NodesChanged _ -> onNodesChanged();
            case Notice(var notice) -> onNotice(notice);
            case Peer(var gateway) -> rosters.met(gateway);
            case Others(var gateway, var clients) -> rosters.heard(gateway, clients);
            case OthersMoved(var moved) -> onOthersMoved(moved);
            case PeerGone(var gateway) -> rosters.lost(gateway);
            case TellOthers _ -> rosters.tellAll();
            case MissedRead read -> onMissedRead(read);
            case ReadGap(var gap) -> readGap(gap);
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
        catchingUp.ask(CatchUp.entering(connection, since));
    }

    private void onClosed(Connection connection) {
        connections.remove(connection.id());
        var onTheWay = catchingUp.closed(connection.id());
        var client = connection.member().id();
        if (roster.leave(connection)) {
            motion.forget(client);
            held.forget(client);
            rosters.changed();
            if (held.any(client)) {
                leave(client, connection.id());
            }
        } else if (onTheWay != null && !onTheWay.entered() && !roster.isHere(client)) {
            // Gone before its welcome; its coming has renewed the locks it may hold (L5).
            leave(client, connection.id());
        }
    }

    private void onSync(Connection connection, long since) {
        if (roster.has(connection) && !catchingUp.isBusy(connection.id())) {
            catchingUp.ask(CatchUp.asking(connection, since));
        }
    }

    private void onMoves(Connection connection, ClientFrame.Motion moved) {
        var client = connection.member().id();
        if (!roster.has(connection)) {
            return;
        }
        switch (moved) {
            case ClientFrame.Cursor cursor -> motion.add(client, cursor);
            case ClientFrame.Drag drag -> onHeldMoves(connection, drag.item(), drag.fence(), drag);
            case ClientFrame.Drags(var several) ->
                several.forEach(drag -> onHeldMoves(connection, drag.item(), drag.fence(), drag));
            case ClientFrame.Sketch sketch -> onHeldMoves(connection, ItemId.PLAN, sketch.fence(), sketch);
        }
        tickSoon();
    }

    /** What one holds may move, and is held on to by that (L4); what one does not hold stays where it is (L2). */
    private void onHeldMoves(Connection connection, ItemId item, long fence, ClientFrame.Motion moved) {
        var client = connection.member().id();
        if (!held.by(client, item, fence)) {
            connection.metrics().motionDropped(1);
            return;
        }
        if (held.renewalIsDue(client, Connection.now())) {
            room.tell(new RoomCommand.Renew(client));
        }
        motion.add(client, moved);
    }

    private void onOthersMoved(ServerFrame.Motion moved) {
        motion.add(moved);
        tickSoon();
    }

    private void onRoomAwake(long rev) {
        slumber.isOver();
        tellPresent(following.hasBegun() ? following.rev() : rev);
        catchingUp.askAgain();
        following.gapUpTo(rev).ifPresent(this::readGap);
    }

    /** A room that was awake may have died with its node, and its locks end only when it lives (L6). */
    private void onNodesChanged() {
        rosters.tellAll();
        if (following.hasBegun() && !slumber.isOn()) {
            tellPresent(following.rev());
        }
        catchingUp.askAgain();
    }

    private void onNotice(RoomNotice notice) {
        if (notice instanceof RoomNotice.Asleep(long rev)) {
            slumber.fellAsleep();
            following.gapUpTo(rev).ifPresent(this::readGap);
            return;
        }
        slumber.isOver();
        if (!following.mustWait(notice)) {
            follow(notice);
        }
    }

    private void follow(RoomNotice notice) {
        switch (notice) {
            case RoomNotice.Changed changed -> onChanged(changed);
            case RoomNotice.NotStored(var connection, long number) -> onNotStored(connection, number);
            case RoomNotice.OtherStay other -> onOtherStay(other);
            case RoomNotice.Welcomed welcomed -> onWelcomed(welcomed);
            case RoomNotice.Resumed resumed -> onResumed(resumed);
            case RoomNotice.ReadJournal asked -> onReadJournal(asked);
            case RoomNotice.Replaced(var connection) -> onReplaced(connection);
            case RoomNotice.Asleep _ -> {}
        }
    }

    private void onChanged(RoomNotice.Changed changed) {
        var changes = changed.changes();
        if (following.hasBegun() && !changes.isEmpty()) {
            if (isAhead(changes.getFirst().rev(), changed)) {
                return;
            }
            passOn(changes);
        }
        var answers = changed.answers();
        if (answers == null) {
            return;
        }
        if (connections.get(answers.connection()) instanceof Connection connection) {
            var wokeAt = slumber.endsByAnswer();
            connection.tell(new SessionMessage.Answered(
                    answers.number(), answers.stay(), answered(connection, answers), wokeAt));
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

    private void onOtherStay(RoomNotice.OtherStay other) {
        if (connections.get(other.connection()) instanceof Connection connection) {
            connection.tell(new SessionMessage.OtherStay(other.asked(), other.stay()));
        }
    }

    private void onWelcomed(RoomNotice.Welcomed welcomed) {
        var state = welcomed.state();
        if (isAhead(state.rev() + 1, welcomed) || isOfThePast(state.rev(), welcomed.connection())) {
            return;
        }
        following.begin(state.rev(), state.locks());
        slumber.endsByAnswer();
        var catchUp = catchingUp.answered(welcomed.connection(), welcomed.from());
        if (catchUp != null && (catchUp.entered() || enter(catchUp.connection()))) {
            caughtUp(catchUp, greetings.welcome(catchUp.connection(), state, roster.clients()));
        }
    }

    private void onResumed(RoomNotice.Resumed resumed) {
        if (isAhead(resumed.rev() + 1, resumed) || isOfThePast(resumed.rev(), resumed.connection())) {
            return;
        }
        following.begin(resumed.rev(), resumed.locks());
        slumber.endsByAnswer();
        var catchUp = catchingUp.answered(resumed.connection(), resumed.from());
        if (catchUp != null && (catchUp.entered() || enter(catchUp.connection()))) {
            caughtUp(catchUp, greetings.resumed(catchUp, resumed, roster.clients()));
        }
    }

    private void onReadJournal(RoomNotice.ReadJournal asked) {
        if (catchingUp.startsReading(asked)) {
            getContext()
                    .pipeToSelf(
                            journal.changes(id, asked.since() + 1, asked.oldest() - 1, MOST_BYTES_READ),
                            (changes, failure) -> new MissedRead(asked, failure == null ? changes : null));
        }
    }

    private void onReplaced(String id) {
        if (connections.get(id) instanceof Connection connection) {
            connection.tell(Farewells.replaced());
        }
    }

    private void onMissedRead(MissedRead read) {
        var catchUp = catchingUp.read(read.asked().connection());
        if (catchUp == null) {
            return;
        }
        if (read.changes() == null) {
            catchUp.connection().tell(Farewells.missedUnreadable());
            return;
        }
        catchingUp.ask(read.isAll() ? catchUp.with(read.changes()) : catchUp.anew());
    }

    private void onGapRead(GapRead read) {
        if (read.changes() == null) {
            timers.startSingleTimer(new ReadGap(read.gap()), BEFORE_READING_AGAIN);
            return;
        }
        passOn(read.changes());
        following.gapRead().ifPresent(this::readGap);
        for (var notice = following.next(); notice != null; notice = following.next()) {
            follow(notice);
        }
    }

    private void tickSoon() {
        if (!ticking) {
            onTick();
        }
    }

    private void onTick() {
        ticking = !motion.isEmpty();
        if (ticking) {
            motion.pass();
            clock.schedule(() -> self.tell(Tick.NOW), settings.motionTick().toNanos(), NANOSECONDS);
        }
    }

    private void tellPresent(long rev) {
        room.tell(new RoomCommand.Present(notices, roster.members(), rev));
    }

    private void leave(ClientId client, String connection) {
        room.tell(new RoomCommand.Leave(client, connection));
    }

    private boolean enter(Connection connection) {
        var entered = roster.enter(connection);
        if (entered) {
            rosters.changed();
        }
        return entered;
    }

    private void caughtUp(CatchUp catchUp, List<Frame> frames) {
        catchUp.connection()
                .tell(
                        catchUp.entered()
                                ? new SessionMessage.Missed(frames, List.of())
                                : new SessionMessage.Entered(self, notices, frames));
    }

    /** Whether changes before {@code next} are missing here; then they are read first, and the notice waits (R3). */
    private boolean isAhead(long next, RoomNotice notice) {
        var gap = following.gapBefore(next, notice);
        gap.ifPresent(this::readGap);
        return gap.isPresent();
    }

    /** Said by a node where the room lived before: the one where it lives now is asked instead. */
    private boolean isOfThePast(long rev, String connection) {
        var past = following.hasBegun() && rev < following.rev();
        if (past) {
            catchingUp.askAgain(connection);
        }
        return past;
    }

    private void readGap(Following.Gap gap) {
        log.debug(gap.to(), "gateway reads what it missed from rev " + gap.from());
        getContext()
                .pipeToSelf(
                        journal.changes(id, gap.from(), gap.to()),
                        (changes, failure) -> new GapRead(gap, failure == null ? changes : null));
    }

    private void passOn(List<Change> changes) {
        var news = following.news(changes);
        var frames = news.stream().map(change -> Frame.of(change)).toList();
        var overtaken = news.stream()
                .flatMap(change -> MotionRelay.overtakenBy(change).stream())
                .toList();
        overtaken.forEach(motion::forget);
        if (Outbox.isTooMuchAtOnce(frames)) {
            roster.tellAll(new SessionMessage.Missed(frames, overtaken));
        } else if (!frames.isEmpty()) {
            roster.tellAll(new SessionMessage.Changes(frames, overtaken));
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
}
