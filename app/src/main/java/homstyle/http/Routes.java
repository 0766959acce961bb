package homstyle.http;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.handleExceptions;
import static org.apache.pekko.http.javadsl.server.Directives.handleRejections;
import static org.apache.pekko.http.javadsl.server.Directives.mapResponse;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import homstyle.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.ExceptionHandler;
import org.apache.pekko.http.javadsl.server.MethodRejection;
import org.apache.pekko.http.javadsl.server.Rejection;
import org.apache.pekko.http.javadsl.server.RejectionHandler;
import org.apache.pekko.http.javadsl.server.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that is reached by HTTP: a table of contents. */
final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final Hosts hosts;
    private final SocketRoute socket;
    private final RoomRoutes rooms;
    private final PageRoutes pages;
    private final Assets assets;
    private final Catalogue catalogue;
    private final Optional<ManagementRoutes> management;

    /** @param management empty where it has a port of its own */
    Routes(
            Hosts hosts,
            SocketRoute socket,
            RoomRoutes rooms,
            PageRoutes pages,
            Assets assets,
            Catalogue catalogue,
            Optional<ManagementRoutes> management) {
        this.hosts = hosts;
        this.socket = socket;
        this.rooms = rooms;
        this.pages = pages;
        this.assets = assets;
        this.catalogue = catalogue;
        this.management = management;
    }

    Route all() {
        return extractRequest(request -> answered(() -> {
            hosts.checkHost(request);
            return concat(
                    pathPrefix(
                            "api",
                            () -> mapResponse(
                                    answer -> hosts.readable(request, answer), () -> answered(() -> api(request)))),
                    path(segment("rooms").slash(segment()), room -> get(() -> pages.designer(room))),
                    path(segment("assets").slash(segment()), file -> asset("assets/" + file, request)),
                    pathEndOrSingleSlash(() -> get(pages::landing)),
                    management.map(ManagementRoutes::all).orElseGet(Directives::reject),
                    path(segment(), file -> asset(file, request)));
        }));
    }

    /** Whatever goes wrong inside is answered here. */
    private static Route answered(Supplier<Route> inside) {
        return handleExceptions(exceptions(), () -> handleRejections(rejections(), inside));
    }

    private Route api(HttpRequest request) {
        return hosts.isPreflight(request) ? complete(hosts.preflight()) : api();
    }

    private Route api() {
        return concat(
                path(segment("rooms").slash(segment()).slash("socket"), room -> get(() -> socket.route(room))),
                path("rooms", () -> post(rooms::create)),
                path(segment("rooms").slash(segment()), room -> get(() -> rooms.describe(room))),
                path(segment("rooms").slash(segment()).slash("events"), room -> get(() -> rooms.events(room))),
                path(segment("rooms").slash(segment()).slash("invitations"), room -> post(() -> rooms.invite(room))),
                path(segment("rooms").slash(segment()).slash("copies"), room -> post(() -> rooms.copy(room))),
                path(
                        "catalogue",
                        () -> get(
                                () -> complete(HttpEntities.create(ContentTypes.APPLICATION_JSON, catalogue.json())))));
    }

    private Route asset(String path, HttpRequest request) {
        return get(() -> complete(assets.serve(path, request)));
    }

    private static ExceptionHandler exceptions() {
        return ExceptionHandler.newBuilder()
                .matchAny(failure -> extractRequest(request -> complete(refused(request, failure))))
                .build();
    }

    private static HttpResponse refused(HttpRequest request, Throwable failure) {
        var problem = HttpProblem.of(failure);
        var what = "%s %s".formatted(request.method().value(), request.getUri().path());
        if (problem.status().equals(StatusCodes.INTERNAL_SERVER_ERROR)) {
            LOG.error("failed: {}", what, failure);
        } else {
            LOG.info("refused: {} with {} ({})", what, problem.status().intValue(), problem.getMessage());
        }
        return problem.response();
    }

    private static RejectionHandler rejections() {
        return RejectionHandler.newBuilder()
                .handleAll(MethodRejection.class, Routes::wrongMethod)
                .handleAll(Rejection.class, _ -> problem(StatusCodes.BAD_REQUEST, "the request cannot be read"))
                .handleNotFound(problem(StatusCodes.NOT_FOUND, "there is nothing here"))
                .build();
    }

    private static Route wrongMethod(List<MethodRejection> rejections) {
        var allowed = rejections.getFirst().supported().value();
        return complete(new HttpProblem(StatusCodes.METHOD_NOT_ALLOWED, "expected " + allowed)
                .response()
                .addHeader(RawHeader.create("Allow", allowed)));
    }

    private static Route problem(StatusCode status, String detail) {
        return complete(new HttpProblem(status, detail).response());
    }
}
