package homstyle;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import homstyle.access.Tokens;
import homstyle.metrics.RoomMetrics;
import homstyle.persistence.CommitTimes;
import homstyle.persistence.DataFolder;
import homstyle.persistence.JournalDatabase;
import homstyle.persistence.SnapshotWriter;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.ServerBinding;

/** A running service on its data folder. */
public final class Server {
    private final ActorSystem<Void> system;
    private final SnapshotWriter snapshots;
    private final DataFolder.Lock lock;
    private final InetSocketAddress address;

    private Server(
            ActorSystem<Void> system, SnapshotWriter snapshots, DataFolder.Lock lock, InetSocketAddress address) {
        this.system = system;
        this.snapshots = snapshots;
        this.lock = lock;
        this.address = address;
    }

    /**
     * Starts it and waits until it can serve.
     *
     * @param own what was set on the command line; environment and defaults are below it
     * @throws RuntimeException with a message for whoever started it, when it cannot serve
     */
    public static Server start(Config own) {
        System.setProperty("homstyle.version", Version.current());
        var config = own.withFallback(ConfigFactory.load());
        var settings = Settings.of(config.resolve());
        settings.checkReach();
        var folder = DataFolder.at(settings.data());
        var lock = folder.lock(settings.address().port());
        try {
            var database = settings.database(folder);
            settings.cluster().check(settings.keys().isPresent(), database.isShareable());
            database.migrate();
            return start(settings, folder, lock, database, own);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static Server start(
            Settings settings, DataFolder folder, DataFolder.Lock lock, JournalDatabase database, Config own) {
        var config = own.withFallback(settings.cluster().config())
                .withFallback(ConfigFactory.defaultOverrides())
                .withFallback(ConfigFactory.parseResources("application.conf"))
                .withFallback(database.config())
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
        var tokens = new Tokens(settings.signingKeys(), Clock.systemUTC());
        var bound = new CompletableFuture<ServerBinding>();
        var snapshots = database.snapshotWriter();
        var metrics = new RoomMetrics(Version.current());
        var system = ActorSystem.create(
                Guardian.create(settings, tokens, database.reader(), snapshots, metrics, bound),
                "homstyle",
                BootstrapSetup.create(config).and(new CommitTimes(metrics::committed)));
        system.getWhenTerminated().whenComplete((_, failure) -> {
            metrics.close();
            bound.completeExceptionally(
                    new CannotServe("the service ended while it was starting; the log says why", failure));
        });
        try {
            var address = bound.join().localAddress();
            lock.listensOn(address.getPort());
            return new Server(system, snapshots, lock, address);
        } catch (CompletionException failed) {
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().join();
            snapshots.close();
            throw explained(failed.getCause(), settings);
        }
    }

    private static RuntimeException explained(Throwable failure, Settings settings) {
        if (failure instanceof CannotServe known) {
            return known;
        }
        var address = settings.address();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                var help = isHere(address.host())
                        ? "is another server on it? Choose one with --port"
                        : "expected an address or a name of this machine; choose one with --host";
                return new CannotServe(
                        "port %d on %s cannot be used (%s); %s"
                                .formatted(address.port(), address.host(), cause.getMessage(), help),
                        failure);
            }
        }
        if (failure instanceof TimeoutException) {
            return new CannotServe("the rooms could not be started in time; the log may say why", failure);
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    private static boolean isHere(String host) {
        try {
            var address = InetAddress.getByName(host);
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    /** Stops it in order; returns when it has. */
    public void stop() {
        CoordinatedShutdown.get(system)
                .runAll(CoordinatedShutdown.unknownReason())
                .toCompletableFuture()
                .join();
        awaitEnd();
    }

    /** Returns when the service has stopped, by whatever reason. */
    public void awaitEnd() {
        system.getWhenTerminated().toCompletableFuture().join();
        snapshots.close();
        lock.close();
    }
}
