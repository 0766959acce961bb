package homstyle.http;

import static org.apache.pekko.http.javadsl.server.Directives.concat;

import homstyle.access.Doorman;
import homstyle.access.Tokens;
import homstyle.catalogue.Catalogue;
import homstyle.metrics.RoomMetrics;
import homstyle.room.RoomJournal;
import homstyle.room.Rooms;
import homstyle.session.Gateway;
import homstyle.session.Rates;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.management.javadsl.PekkoManagement;

/** Binds the routes to a port. */
public final class HttpServer {
    private HttpServer() {}

    /**
     * Where and how it listens.
     *
     * @param port 0 for any free one
     * @param origins pages of other origins that may use the server
     */
    public record Address(String host, int port, List<String> origins) {}

    /** What the routes need of the rest of the service. */
    public record Parts(
            Rooms rooms,
            RoomJournal history,
            ActorRef<Gateway.Message> gateway,
            Doorman doorman,
            Tokens tokens,
            Catalogue catalogue,
            Rates rates,
            RoomMetrics metrics,
            BooleanSupplier ready) {}

    /**
     * Fails when the port is not free or the host is not this machine's.
     *
     * @param managed whether health and metrics have a port of their own
     */
    public static CompletionStage<ServerBinding> bind(
            ActorSystem<?> system, Address address, boolean managed, String version, Parts parts) {
        var hosts = new Hosts(address.host(), address.origins());
        var entrance = new Entrance(parts.doorman(), parts.rooms());
        var assets = new Assets();
        var routes = new Routes(
                hosts,
                new SocketRoute(
                        system,
                        hosts,
                        entrance,
                        parts.tokens(),
                        parts.rooms(),
                        parts.gateway(),
                        parts.rates(),
                        parts.metrics()),
                new RoomRoutes(hosts, entrance, parts.tokens(), parts.rooms(), parts.history()),
                new PageRoutes(assets, parts.rooms(), parts.doorman(), parts.catalogue(), version),
                assets,
                parts.catalogue(),
                managed ? Optional.empty() : Optional.of(management(system, parts)));
        return Http.get(system).newServerAt(address.host(), address.port()).bind(routes.all());
    }

    /**
     * Binds health and metrics to a port of their own, and beside them the meeting point for nodes of a cluster.
     *
     * @param clustered whether there are other nodes
     */
    public static CompletionStage<ServerBinding> bindManagement(
            ActorSystem<?> system, String host, int port, boolean clustered, Parts parts) {
        var own = management(system, parts).all();
        var routes = clustered
                ? concat(own, PekkoManagement.get(system.classicSystem()).getRoutes())
                : own;
        return Http.get(system).newServerAt(host, port).bind(routes);
    }

    private static ManagementRoutes management(ActorSystem<?> system, Parts parts) {
        var metrics = new MetricsRoute(parts.metrics(), system.dispatchers().lookup(DispatcherSelector.blocking()));
        return new ManagementRoutes(metrics, parts.ready());
    }
}
