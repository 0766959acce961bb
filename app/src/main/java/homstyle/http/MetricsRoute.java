package homstyle.http;

import static org.apache.pekko.http.javadsl.server.Directives.completeWithFuture;

import homstyle.metrics.RoomMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.util.ByteString;

/** {@code GET /metrics}: what operators measure a node by, in Prometheus' text format. */
final class MetricsRoute {
    private static final ContentType TEXT = ContentTypes.parse(RoomMetrics.CONTENT_TYPE);

    private final RoomMetrics metrics;
    private final Executor blocking;

    /** @param blocking reads the meters, so that no room waits for it */
    MetricsRoute(RoomMetrics metrics, Executor blocking) {
        this.metrics = metrics;
        this.blocking = blocking;
    }

    Route route() {
        return completeWithFuture(CompletableFuture.supplyAsync(
                () -> HttpResponse.create().withEntity(TEXT, ByteString.fromString(metrics.text())), blocking));
    }
}
