package homstyle.room;

import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame.Answer;
import homstyle.protocol.ServerFrame.Change;
import homstyle.room.RoomCommand.CheckLeases;
import homstyle.room.RoomCommand.CheckRest;
import homstyle.room.RoomCommand.Creation;
import homstyle.room.RoomNotice.Answers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.persistence.typed.JournalPersistFailed;
import org.apache.pekko.persistence.typed.JournalPersistRejected;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.RecoveryFailed;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.javadsl.CommandHandlerWithReply;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * The actor of a room, one in the whole cluster: turns what {@link Room} decides into stored events and tells the
 * gateways only after the journal has them (R2).
 */
public final class RoomEntity extends EventSourcedBehaviorWithEnforcedReplies<RoomCommand, RoomEvent, Room> {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** A room that never rests is stored now and then all the same, so that it wakes fast after a crash. */
    private static final int MOST_TO_REPLAY = 1_000;

    private static final long NEVER = Long.MAX_VALUE;

    private final ActorContext<RoomCommand> context;
    private final TimerScheduler<RoomCommand> timers;
    private final RoomId id;
    private final RoomLog log;
    private final RoomSetup setup;
    private final Shard shard;
    private final Clock clock = Clock.systemUTC();
    /** What a stay before this one has answered is unknown here, unless it was stored. */
    private final String stay = UUID.randomUUID().toString();

    private final Attendance attendance = new Attendance();
    private final RecentChanges recent = new RecentChanges();
    private final Leases leases;
    private long checkAt = NEVER;
    private long askedAt;
    private long snapshotRev;
    private boolean counted;
    private int locksCounted;
    private RoomCommand.Requests storing;
    private ActorRef<Creation> creating;
    private boolean outdated;

    /** What a room asks of the cluster that it lives in. */
    public interface Shard {
        /** To be sent {@link RoomCommand.Stop}; what comes meanwhile waits and wakes the room anew. */
        void passivate(ActorRef<RoomCommand> room);

        /** To be sent this, here or wherever the room lives then. */
        void tellLater(RoomCommand command);
    }

    public static Behavior<RoomCommand> create(RoomId room, RoomSetup setup, Shard shard) {
        return Behaviors.setup(context -> Behaviors.withTimers(
                timers -> FirstRefusalOnly.of(new RoomEntity(context, timers, room, setup, shard))));
    }

    /** The name of a room's events in the journal. */
    public static String persistenceId(RoomId room) {
        return "room|" + room.value();
    }

    private RoomEntity(
            ActorContext<RoomCommand> context,
            TimerScheduler<RoomCommand> timers,
            RoomId id,
            RoomSetup setup,
            Shard shard) {
        super(
                PersistenceId.ofUniqueId(persistenceId(id)),
                SupervisorStrategy.restartWithBackoff(SHORTEST_PAUSE, LONGEST_PAUSE, 0.2)
                        // Said below in a line each, where it would be a stack trace for every refused change.
                        .withLoggingEnabled(false));
        this.context = context;
        this.timers = timers;
        this.id = id;
        this.log = new RoomLog(context.getLog(), id);
        this.setup = setup;
        this.shard = shard;
        this.leases = new Leases(setup.rules().lease(), setup.grace());
    }

    @Override
    public Room emptyState() {
        return Room.NEW;
    }

    @Override
    public SnapshotAdapter<Room> snapshotAdapter() {
        return new RoomSnapshot.Adapter(rev -> snapshotRev = rev);
    }

    @Override
    public CommandHandlerWithReply<RoomCommand, RoomEvent, Room> commandHandler() {
        return this::onCommand;
    }

    @Override
    public EventHandler<Room, RoomEvent> eventHandler() {
        return Room::apply;
    }

    @Override
    public SignalHandler<Room> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), this::onAwake)
                .onSignal(RecoveryFailed.class, (_, failed) -> log.warn("room cannot start: " + failed.getFailure()))
                .onSignal(JournalPersistFailed.class, (_, failed) -> onNotStored(failed.getFailure()))
                .onSignal(JournalPersistRejected.class, (_, rejected) -> onNotStored(rejected.getFailure()))
                .onSignal(PostStop.instance(), this::onStopped)
                .build();
    }

    private ReplyEffect<RoomEvent, Room> onCommand(Room room, RoomCommand command) {
        if (outdated && !(command instanceof RoomCommand.Stop)) {
            shard.tellLater(command);
            return Effect().noReply();
        }
        return spokenOf(command) > room.rev() ? check(command) : follow(room, command);
    }

    /** The last revision that a command speaks of; 0 for none. */
    private static long spokenOf(RoomCommand command) {
        return switch (command) {
            case RoomCommand.Join join -> join.since() == null ? 0 : join.since();
            case RoomCommand.Present present -> present.rev();
            case RoomCommand.Requests batch ->
                batch.requests().stream().mapToLong(RoomEntity::fence).max().orElse(0);
            default -> 0;
        };
    }

    private static long fence(ClientFrame.Request request) {
        return switch (request) {
            case ClientFrame.Move move -> move.fence();
            case ClientFrame.Finish finish -> finish.fence();
            case ClientFrame.Remove remove -> remove.fence();
            case ClientFrame.Arrange arrange ->
                arrange.steps().stream().mapToLong(RoomEntity::fence).max().orElse(0);
            case ClientFrame.Reshape reshape -> reshape.fence();
            case ClientFrame.Place _,
                    ClientFrame.Lock _,
                    ClientFrame.Unlock _,
                    ClientFrame.Rename _,
                    ClientFrame.Comment _,
                    ClientFrame.Resolve _,
                    ClientFrame.Undo _,
                    ClientFrame.Redo _ -> 0;
        };
    }

    /**
     * Either whoever says so makes it up; or this room was read just before its former owner, cut off by then, stored its
     * last change, and must not answer from what it knows.
     */
    private ReplyEffect<RoomEvent, Room> check(RoomCommand command) {
        context.pipeToSelf(
                setup.head().apply(id),
                (head, failure) -> failure == null
                        ? new RoomCommand.Checked(command, head)
                        : new RoomCommand.Unchecked(command, failure.toString()));
        return Effect().noReply();
    }

    private ReplyEffect<RoomEvent, Room> onChecked(Room room, RoomCommand command, long head) {
        if (head <= room.rev()) {
            return follow(room, command);
        }
        log.warn("the journal is at %d, this room at %d; it is read anew".formatted(head, room.rev()));
        outdated = true;
        shard.tellLater(command);
        shard.passivate(context.getSelf());
        return Effect().noReply();
    }

    /**
     * The room stays in memory, where others can read it, or anybody could send it away by making up a revision. Whoever
     * asked is not answered, and asks again; only who is here is true whatever the journal says, and told once.
     */
    private ReplyEffect<RoomEvent, Room> onUnchecked(Room room, RoomCommand command, String failure) {
        log.warn("the journal cannot be asked for the last revision: " + failure);
        return command instanceof RoomCommand.Present
                ? follow(room, command)
                : Effect().noReply();
    }

    private ReplyEffect<RoomEvent, Room> follow(Room room, RoomCommand command) {
        return switch (command) {
            case RoomCommand.Requests batch -> onRequests(room, batch);
            case RoomCommand.Join join -> onJoin(room, join);
            case RoomCommand.Leave(var client, var connection) -> onLeave(client, connection);
            case RoomCommand.Renew(var client) -> onRenew(client);
            case RoomCommand.Present present -> onPresent(room, present);
            case RoomCommand.Create create -> onCreate(room, create);
            case RoomCommand.Describe(var replyTo) -> Effect().reply(replyTo, RoomState.of(room));
            case CheckLeases _ -> onCheckLeases(room);
            case CheckRest _ -> onCheckRest(room);
            case RoomCommand.Stop _ -> onStop(room);
            case RoomCommand.GatewayGone(var gateway) -> onGatewayGone(gateway);
            case RoomCommand.Checked(var checked, long head) -> onChecked(room, checked, head);
            case RoomCommand.Unchecked(var unchecked, var failure) -> onUnchecked(room, unchecked, failure);
        };
    }

    /** Also after a failed write, when this actor starts anew: what it had in memory may miss a stored change then. */
    private void onAwake(Room room) {
        log.debug(room.rev(), "room started");
        count(room);
        recent.clear();
        checkAt = NEVER;
        var now = clock.millis();
        room.locks().all().forEach(lock -> leases.renew(lock.by(), now));
        scheduleLeaseCheck();
        askedAt = now;
        checkRestIn(setup.hibernateAfter());
        setup.awake().accept(id, room.rev());
    }

    /** Once per stay in memory: a room that starts anew after a failed write has not slept. */
    private void count(Room room) {
        if (!counted) {
            counted = true;
            setup.metrics().roomStarted();
            setup.metrics().replayed(room.rev() - snapshotRev);
        }
        countLocks(room.locks().byItem().size());
    }

    private void countLocks(int held) {
        setup.metrics().locksHeld(held - locksCounted);
        locksCounted = held;
    }

    private void onStopped(Room room) {
        log.debug(room.rev(), "room stopped");
        if (counted) {
            setup.metrics().roomStopped();
            countLocks(0);
        }
    }

    /** Whoever asked for what could not be stored hears of it at once; the room itself starts anew after a pause. */
    private void onNotStored(Throwable failure) {
        log.warn("a change could not be stored: " + failure);
        if (storing != null) {
            storing.gateway().tell(new RoomNotice.NotStored(storing.member().connection(), storing.number()));
            storing = null;
        }
        if (creating != null) {
            creating.tell(Creation.NOT_STORED);
            creating = null;
        }
    }

    private ReplyEffect<RoomEvent, Room> onRequests(Room room, RoomCommand.Requests batch) {
        meet(batch.gateway());
        var connection = batch.member().connection();
        if (attendance.isReplaced(batch)) {
            return Effect().reply(batch.gateway(), new RoomNotice.Replaced(connection));
        }
        if (isForAnotherStay(batch)) {
            return Effect().reply(batch.gateway(), new RoomNotice.OtherStay(connection, batch.stay(), stay));
        }
        if (!attendance.counts(batch)) {
            return Effect().noReply();
        }
        var by = batch.member().client();
        var now = asked();
        var events = new ArrayList<RoomEvent>();
        var answers = new ArrayList<Answer>();
        var state = room;
        for (var request : batch.requests()) {
            switch (state.decide(request, by, setup.rules(), now)) {
                case Decision.Change(var decided) -> {
                    events.addAll(decided);
                    state = state.applyAll(decided);
                }
                case Decision.Answer(var answer) -> answers.add(answer);
            }
        }
        if (batch.requests().stream().anyMatch(RoomEntity::isSignOfLife)) {
            leases.renewIfHeld(by.client(), now);
        }
        storing = batch;
        var answered = new Answers(connection, batch.number(), stay, answers);
        return store(events, after -> tell(after, events, batch.gateway(), answered));
    }

    private boolean isForAnotherStay(RoomCommand.Requests batch) {
        return batch.stay() != null && !batch.stay().equals(stay);
    }

    private ReplyEffect<RoomEvent, Room> onJoin(Room room, RoomCommand.Join join) {
        meet(join.gateway());
        if (attendance.comesLate(join.member())) {
            return Effect().noReply();
        }
        var replaced = attendance.joined(join.member(), join.gateway());
        if (replaced.isPresent() && replaced.get().is(join.member())) {
            return Effect().reply(join.gateway(), replaced.get().notice());
        }
        // Two connections by one gateway are that gateway's own matter.
        replaced.filter(old -> !old.gateway().equals(join.gateway())).ifPresent(RoomEntity::tell);
        leases.renewIfHeld(join.member().id(), asked());
        return Effect().reply(join.gateway(), caughtUp(room, join.member().connection(), join.since()));
    }

    private static void tell(Attendance.Replaced replaced) {
        replaced.gateway().tell(replaced.notice());
    }

    private ReplyEffect<RoomEvent, Room> onLeave(ClientId client, String connection) {
        if (attendance.left(client, connection)) {
            leases.gone(client, clock.millis());
            scheduleLeaseCheck();
        }
        return Effect().noReply();
    }

    private ReplyEffect<RoomEvent, Room> onRenew(ClientId client) {
        leases.renewIfHeld(client, clock.millis());
        return Effect().noReply();
    }

    /** What was stored between its waking and the gateway's answer, the gateway has not been told (R8). */
    private ReplyEffect<RoomEvent, Room> onPresent(Room room, RoomCommand.Present present) {
        meet(present.gateway());
        for (var member : present.members()) {
            attendance.present(member, present.gateway()).ifPresent(RoomEntity::tell);
        }
        var missed = recent.after(present.rev());
        return missed.isEmpty()
                ? Effect().noReply()
                : Effect().reply(present.gateway(), new RoomNotice.Changed(missed, null));
    }

    private ReplyEffect<RoomEvent, Room> onCreate(Room room, RoomCommand.Create create) {
        var events = room.create(create.by(), create.draft(), create.furniture(), asked());
        var creation = events.isEmpty() ? Creation.EXISTS : Creation.CREATED;
        creating = create.replyTo();
        return store(events, after -> {
            creating = null;
            tell(after, events, null, null);
            create.replyTo().tell(creation);
        });
    }

    private ReplyEffect<RoomEvent, Room> onCheckLeases(Room room) {
        checkAt = NEVER;
        var now = clock.millis();
        var events = new ArrayList<RoomEvent>();
        leases.takeEnded(now).forEach((client, reason) -> events.addAll(room.release(client, reason, now)));
        scheduleLeaseCheck();
        return store(events, after -> tell(after, events, null, null));
    }

    /** Live locks keep the room awake until they end, since nobody else ends them. */
    private ReplyEffect<RoomEvent, Room> onCheckRest(Room room) {
        var rest = setup.hibernateAfter().minusMillis(clock.millis() - askedAt);
        if (rest.isPositive()) {
            checkRestIn(rest);
        } else if (!room.locks().isEmpty()) {
            checkRestIn(setup.hibernateAfter());
        } else {
            if (room.rev() > snapshotRev) {
                save(room);
            }
            attendance.gateways().forEach(gateway -> gateway.tell(new RoomNotice.Asleep(room.rev())));
            shard.passivate(context.getSelf());
            checkRestIn(setup.hibernateAfter());
        }
        return Effect().noReply();
    }

    /** A lock that was granted on the way to sleep, or is taken along to another node, needs the room awake to end. */
    private ReplyEffect<RoomEvent, Room> onStop(Room room) {
        if (!room.locks().isEmpty()) {
            shard.tellLater(CheckLeases.NOW);
        }
        return Effect().none().thenStop().thenNoReply();
    }

    private ReplyEffect<RoomEvent, Room> onGatewayGone(ActorRef<RoomNotice> gateway) {
        var now = clock.millis();
        attendance.gatewayGone(gateway).forEach(client -> leases.gone(client, now));
        scheduleLeaseCheck();
        return Effect().noReply();
    }

    private ReplyEffect<RoomEvent, Room> store(List<RoomEvent> events, Consumer<Room> then) {
        return events.isEmpty()
                ? Effect().none().thenRun(then::accept).thenNoReply()
                : Effect().persist(events).thenRun(then::accept).thenNoReply();
    }

    /** Tells every gateway of stored events; {@code asking} also gets the answers, null for none. */
    private void tell(Room room, List<RoomEvent> events, ActorRef<RoomNotice> asking, Answers answers) {
        storing = null;
        var changes = new ArrayList<Change>(events.size());
        var rev = room.rev() - events.size();
        for (var event : events) {
            changes.add(event.frame(++rev));
            followLease(room, event);
        }
        recent.add(changes);
        countLocks(room.locks().byItem().size());
        if (asking != null) {
            asking.tell(new RoomNotice.Changed(changes, answers));
        }
        if (changes.isEmpty()) {
            return;
        }
        for (var gateway : attendance.gateways()) {
            if (!gateway.equals(asking)) {
                gateway.tell(new RoomNotice.Changed(changes, null));
            }
        }
        if (room.rev() - snapshotRev >= MOST_TO_REPLAY) {
            save(room);
        }
    }

    private void followLease(Room room, RoomEvent event) {
        switch (event) {
            case RoomEvent.Locked locked -> {
                leases.renew(locked.origin().client(), locked.origin().at());
                scheduleLeaseCheck();
            }
            case RoomEvent.Unlocked _, RoomEvent.Removed _ ->
                leases.retain(room.locks().holders());
            case RoomEvent.Created _,
                    RoomEvent.Placed _,
                    RoomEvent.Moved _,
                    RoomEvent.Finished _,
                    RoomEvent.Reshaped _,
                    RoomEvent.Renamed _,
                    RoomEvent.Commented _,
                    RoomEvent.Resolved _ -> {}
        }
    }

    private RoomNotice caughtUp(Room room, String connection, Long since) {
        if (since == null || since > room.rev() || room.rev() - since > RecentChanges.MOST) {
            return new RoomNotice.Welcomed(connection, since, RoomState.of(room));
        }
        var oldest = recent.oldest(room.rev());
        return since + 1 < oldest
                ? new RoomNotice.ReadJournal(connection, since, oldest)
                : new RoomNotice.Resumed(
                        connection,
                        since,
                        room.rev(),
                        recent.after(since),
                        List.copyOf(room.locks().all()));
    }

    private void meet(ActorRef<RoomNotice> gateway) {
        if (attendance.meet(gateway)) {
            context.watchWith(gateway, new RoomCommand.GatewayGone(gateway));
        }
    }

    private void save(Room room) {
        snapshotRev = room.rev();
        setup.snapshots().save(id, room);
    }

    /** The time of a request, which keeps the room awake. */
    private long asked() {
        askedAt = clock.millis();
        return askedAt;
    }

    private void checkRestIn(Duration delay) {
        timers.startSingleTimer(CheckRest.NOW, delay);
    }

    private static boolean isSignOfLife(ClientFrame.Request request) {
        return request instanceof ClientFrame.Lock
                || request instanceof ClientFrame.Move
                || request instanceof ClientFrame.Finish
                || request instanceof ClientFrame.Arrange;
    }

    /** One timer for all leases, set to the first that can end; renewals do not touch it. */
    private void scheduleLeaseCheck() {
        var next = leases.next();
        if (next < checkAt) {
            checkAt = next;
            var delay = Duration.ofMillis(Math.max(1, next - clock.millis()));
            timers.startSingleTimer(CheckLeases.NOW, delay);
        }
    }
}
