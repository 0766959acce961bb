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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.http.javadsl.ServerBinding;

/** The service: what starts, in which order, and what knows what. */
final class Guardian {
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
            var cluster = Cluster.get(system);
            cluster.manager().tell(Join.create(cluster.selfMember().address()));

            var catalogue = Catalogue.load();
            var doorman = new Doorman(settings.access(), tokens);
            var journal = new RoomJournal(
                    reader, system.dispatchers().lookup(DispatcherSelector.blocking()), metrics::journalRead);
            var rooms = Rooms.of(system);
            var gateway = context.spawn(Gateway.create(rooms, journal, gatewaySettings(settings), metrics), "gateway");
            // Without it nobody can be let in: then better end, and be started anew.
            context.watch(gateway);
            rooms.start(new RoomSetup(
                    new RoomRules(
                            catalogue.products().keySet(), settings.limits().items(), settings.lockLease()),
                    settings.lockGrace(),
                    settings.hibernateAfter(),
                    new RoomSnapshots(snapshots, system),
                    metrics,
                    (room, rev) -> gateway.tell(new Gateway.RoomAwake(room, rev))));

            var parts = new HttpServer.Parts(
                    rooms,
                    journal,
                    gateway,
                    doorman,
                    tokens,
                    catalogue,
                    metrics,
                    () -> bound.isDone() && !bound.isCompletedExceptionally());
            bind(context, settings, parts, bound);
            return Behaviors.empty();
        });
    }

    private static void bind(
            ActorContext<Void> context,
            Settings settings,
            HttpServer.Parts parts,
            CompletableFuture<ServerBinding> bound) {
        var system = context.getSystem();
        HttpServer.bind(system, settings.address(), Version.current(), parts)
                .thenCombine(startRooms(settings, parts.rooms()), (binding, _) -> binding)
                .thenCompose(binding -> warmUp(settings, parts, binding, system).thenApply(_ -> binding))
                .whenComplete((binding, failure) -> {
                    if (failure == null) {
                        bound.complete(binding);
                    } else {
                        bound.completeExceptionally(failure);
                    }
                });
    }

    private static CompletionStage<Void> startRooms(Settings settings, Rooms rooms) {
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
