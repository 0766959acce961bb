package homstyle.http;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.completeWithFuture;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;

import homstyle.access.Doorman;
import homstyle.catalogue.Catalogue;
import homstyle.protocol.RoomId;
import homstyle.room.RoomState;
import homstyle.room.Rooms;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.Route;

/** The pages: the landing page, and the designer with the plan's first picture drawn into it. */
final class PageRoutes {
    private static final Pattern DEMO = Pattern.compile("<!--demo-->.*?<!--/demo-->", Pattern.DOTALL);
    private static final String TITLE = "__TITLE__";
    private static final String VERSION = "__VERSION__";
    private static final String PICTURE = "<!--picture-->";
    private static final List<HttpHeader> HEADERS = List.of(
            RawHeader.create("Cache-Control", "no-cache"),
            RawHeader.create(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data:; style-src 'self'; connect-src 'self'; object-src 'none'; "
                            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
            RawHeader.create("X-Content-Type-Options", "nosniff"),
            RawHeader.create("Referrer-Policy", "no-referrer"));

    private final Rooms rooms;
    private final Doorman doorman;
    private final PlanPicture picture;
    private final String version;
    private final String landing;
    private final String designer;

    PageRoutes(Assets assets, Rooms rooms, Doorman doorman, Catalogue catalogue, String version) {
        this.rooms = rooms;
        this.doorman = doorman;
        this.picture = new PlanPicture(catalogue);
        this.version = version;
        this.landing = landing(assets.page("index.html"), doorman);
        this.designer = assets.page("room.html");
    }

    /** Where rooms need tokens there is no demo room to walk into. */
    private static String landing(String page, Doorman doorman) {
        return doorman.needsExistingRoom() ? DEMO.matcher(page).replaceAll("") : page;
    }

    Route landing() {
        return complete(page(landing));
    }

    Route designer(String room) {
        return extractRequest(_ -> completeWithFuture(designer(new RoomId(room))));
    }

    /** The token is in the fragment, so where rooms need one the page shows nothing of the room before the socket. */
    private CompletionStage<HttpResponse> designer(RoomId room) {
        return doorman.needsExistingRoom()
                ? CompletableFuture.completedStage(page(filled("HÖMSTYLE Rooms", "")))
                : rooms.describe(room).thenApply(state -> page(filled(title(state), picture.draw(state))));
    }

    private String filled(String title, String drawn) {
        return designer.replace(TITLE, Html.escaped(title))
                .replace(VERSION, version)
                .replace(PICTURE, drawn);
    }

    private static String title(RoomState state) {
        return state.title() + " · HÖMSTYLE Rooms";
    }

    private static HttpResponse page(String html) {
        return HttpResponse.create()
                .addHeaders(HEADERS)
                .withEntity(HttpEntities.create(ContentTypes.TEXT_HTML_UTF8, html));
    }
}
