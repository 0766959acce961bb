package homstyle.http;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;

import java.util.function.BooleanSupplier;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Route;

/** What whoever runs the service asks it: on the main port, or on one of its own that browsers need not reach. */
final class ManagementRoutes {
    private final MetricsRoute metrics;
    private final BooleanSupplier ready;

    /** @param ready whether the service can serve */
    ManagementRoutes(MetricsRoute metrics, BooleanSupplier ready) {
        this.metrics = metrics;
        this.ready = ready;
    }

    Route all() {
        return concat(
                path("ready", () -> get(() -> health(ready.getAsBoolean()))),
                path("alive", () -> get(() -> health(true))),
                path("metrics", () -> get(metrics::route)));
    }

    private static Route health(boolean good) {
        return complete(good ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE, good ? "yes\n" : "not yet\n");
    }
}
