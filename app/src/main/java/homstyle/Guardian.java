package homstyle;

import homstyle.access.Access;
import homstyle.access.Doorman;
import homstyle.access.Tokens;
import homstyle.catalogue.Catalogue;
import homstyle.http.HttpServer;
import homstyle.metrics.RoomMetrics;
import homstyle.persistence.JournalReader;
import homstyle.persistence.SnapshotWriter;
import homstyle.room.RoomJournal;
import homstyle.room.RoomRules;
import homstyle.room.RoomSetup;
import homstyle.room.RoomSnapshots;
import homstyle.room.Rooms;
import homstyle.session.Gateway;
import homstyle.session.GatewaySettings;
import homstyle.session.Rates;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.persistence.Persistence;

/** The service: what starts, in which order, and what knows what. */
final class Guardian {
    /** A phase of the shutdown, see pekko.conf. */
    private static final String FIND_ROOMS = "find-rooms";

    /** Within the phases' own times. */
    private static final Duration TO_SEND_AWAY = Duration.ofSeconds(10);

    private static final Duration TO_FIND_ROOMS = Duration.ofSeconds(4);

    /** For whoever reads a room's past: those who come back do not wait behind them (R4). */
    private static final DispatcherSelector HISTORY = DispatcherSelector.fromConfig("homstyle.history-dispatcher");

    private Guardian() {}

    /**
     * @param bound completed when the service can serve, or failed with why it cannot
     */
    static Behavior<Void> create(
            Settings settings,
            Tokens tokens,
            JournalReader reader,
            SnapshotWriter snapshots,
            RoomMetrics metrics,
            CompletableFuture<ServerBinding> bound) {
        return Behaviors.setup(context -> {
            var system = context.getSystem();
            var catalogue = Catalogue.load();
            var doorman = new Doorman(settings.access(), tokens);
            var dispatchers = system.dispatchers();
            var journal =
                    new RoomJournal(reader, dispatchers.lookup(DispatcherSelector.blocking()), metrics::journalRead);
            var history = new RoomJournal(reader, dispatchers.lookup(HISTORY), metrics::journalRead);
            var rooms = Rooms.of(system);
            var gateway = context.spawn(Gateway.create(rooms, journal, gatewaySettings(settings), metrics), "gateway");
            // Without it nobody can be let in: then better end, and be started anew.
            context.watch(gateway);
            rooms.start(new RoomSetup(
                    new RoomRules(catalogue.finishes(), settings.limits().items(), settings.lockLease()),
                    settings.lockGrace(),
                    settings.hibernateAfter(),
                    new RoomSnapshots(snapshots, system),
                    metrics,
                    journal::headLater,
                    (room, rev) -> gateway.tell(new Gateway.RoomAwake(room, rev))));

            var parts = new HttpServer.Parts(
                    rooms,
                    history,
                    gateway,
                    doorman,
                    tokens,
                    catalogue,
                    rates(settings),
                    metrics,
                    () -> bound.isDone() && !bound.isCompletedExceptionally() && !isStopping(system));
            open(context, settings, parts, bound);
            return Behaviors.empty();
        });
    }

    private static void open(
            ActorContext<Void> context,
            Settings settings,
            HttpServer.Parts parts,
            CompletableFuture<ServerBinding> bound) {
        var system = context.getSystem();
        var cluster = settings.cluster();
        var managed = cluster.managementPort().isPresent();
        Supplier<CompletionStage<ServerBinding>> bind =
                () -> HttpServer.bind(system, settings.address(), managed, Version.current(), parts);
        // A node among others takes no tab before it has rooms; a node alone says on this very port that it is not
        // ready.
        var early = managed ? null : bind.get();
        // Before the node looks for its cluster: others ask there whether it has one.
        bindManagement(system, settings, parts)
                .thenCompose(_ -> cluster.formation().join(system))
                .thenCompose(_ -> startRooms(settings, parts.rooms(), system))
                .thenCompose(_ -> managed ? bind.get() : early)
                .thenCompose(binding -> warmUp(settings, parts, binding, system).thenApply(_ -> binding))
                .whenComplete((binding, failure) -> {
                    if (failure == null) {
                        closeInOrder(system, binding, parts.gateway());
                        bound.complete(binding);
                    } else {
                        bound.completeExceptionally(failure);
                    }
                });
    }

    private static CompletionStage<Void> bindManagement(
            ActorSystem<?> system, Settings settings, HttpServer.Parts parts) {
        var cluster = settings.cluster();
        if (cluster.managementPort().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        var port = cluster.managementPort().get();
        var clustered = !cluster.formation().isAlone();
        var host = clustered ? cluster.host() : settings.address().host();
        return HttpServer.bindManagement(system, host, port, clustered, parts)
                .<Void>thenApply(_ -> null)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(new CannotServe(
                        "the management port %d on %s cannot be used (%s); set HOMSTYLE_MANAGEMENT_PORT to another"
                                .formatted(port, host, failure.getMessage()),
                        failure)));
    }

    /**
     * First no new connections; then those who are here are sent to other nodes; then the rooms move, and the others find
     * out where to. The rooms of a node that was given up by the others are theirs already, and nobody there hears it: its
     * clients go at once.
     */
    private static void closeInOrder(ActorSystem<?> system, ServerBinding binding, ActorRef<Gateway.Message> gateway) {
        var shutdown = CoordinatedShutdown.get(system);
        BooleanSupplier givenUp =
                () -> shutdown.getShutdownReason().equals(Optional.of(CoordinatedShutdown.clusterDowningReason()));
        shutdown.addTask(CoordinatedShutdown.PhaseServiceUnbind(), "close-port", binding::unbind);
        shutdown.addTask(
                CoordinatedShutdown.PhaseServiceRequestsDone(),
                "send-clients-away",
                () -> askBeforeEnd(
                        system, gateway, done -> new Gateway.Drain(!givenUp.getAsBoolean(), done), TO_SEND_AWAY));
        shutdown.addTask(
                FIND_ROOMS,
                "find-rooms",
                () -> givenUp.getAsBoolean()
                        ? CompletableFuture.completedStage(Done.done())
                        : askBeforeEnd(system, gateway, Gateway.RoomsMoved::new, TO_FIND_ROOMS));
    }

    private static CompletionStage<Done> askBeforeEnd(
            ActorSystem<?> system,
            ActorRef<Gateway.Message> gateway,
            Function<ActorRef<Done>, Gateway.Message> message,
            Duration patience) {
        return AskPattern.<Gateway.Message, Done>ask(gateway, message::apply, patience, system.scheduler())
                .exceptionally(_ -> Done.done());
    }

    private static boolean isStopping(ActorSystem<?> system) {
        return CoordinatedShutdown.get(system).getShutdownReason().isPresent();
    }

    private static CompletionStage<Void> startRooms(Settings settings, Rooms rooms, ActorSystem<?> system) {
        // Opens the journal also where no room lives yet: among others, all may start on the node that was first.
        Persistence.get(system.classicSystem());
        var started = rooms.startShards();
        return settings.access() == Access.OPEN ? started.thenCompose(_ -> DemoRoom.furnish(rooms)) : started;
    }

    private static CompletionStage<Void> warmUp(
            Settings settings, HttpServer.Parts parts, ServerBinding binding, ActorSystem<?> system) {
        return settings.warmUp().isZero()
                ? CompletableFuture.completedFuture(null)
                : new WarmUp(parts.rooms(), parts.tokens(), settings.address().host(), binding.localAddress())
                        .last(settings.warmUp(), system.dispatchers().lookup(DispatcherSelector.blocking()));
    }

    private static Rates rates(Settings settings) {
        var limits = settings.limits();
        return new Rates(limits.requestsPerSecond(), limits.motionPerSecond(), settings.rateLimits());
    }

    private static GatewaySettings gatewaySettings(Settings settings) {
        return new GatewaySettings(
                Version.current(),
                settings.motionTick(),
                settings.lockLease(),
                settings.limits(),
                settings.mostSockets(),
                settings.patience());
    }
}
