package homstyle.http;

import static org.apache.pekko.http.javadsl.server.Directives.completeWithFuture;
import static org.apache.pekko.http.javadsl.server.Directives.extractRequest;
import static org.apache.pekko.http.javadsl.server.Directives.extractStrictEntity;

import homstyle.access.RoomToken;
import homstyle.access.Tokens;
import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.CopyDraft;
import homstyle.protocol.FrameCodec;
import homstyle.protocol.InvitationDraft;
import homstyle.protocol.Item;
import homstyle.protocol.PersonName;
import homstyle.protocol.Role;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.Title;
import homstyle.protocol.UserId;
import homstyle.room.RoomJournal;
import homstyle.room.RoomState;
import homstyle.room.Rooms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.Location;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** Rooms by plain HTTP: create, look at, read the history of, invite to (section 10 of the protocol). */
final class RoomRoutes {
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE = 256;
    private static final ContentType NDJSON =
            ContentTypes.create(MediaTypes.applicationWithFixedCharset("x-ndjson", HttpCharsets.UTF_8));

    private final Hosts hosts;
    private final Entrance entrance;
    private final Tokens tokens;
    private final Rooms rooms;
    private final RoomJournal history;

    RoomRoutes(Hosts hosts, Entrance entrance, Tokens tokens, Rooms rooms, RoomJournal history) {
        this.hosts = hosts;
        this.entrance = entrance;
        this.tokens = tokens;
        this.rooms = rooms;
        this.history = history;
    }

    private record Links(String edit, String view) {}

    private record RoleTokens(String owner, String edit, String view) {}

    private record Created(RoomId room, Title title, Links links, RoleTokens tokens) {}

    private record Invitation(String link, String token) {}

    Route create() {
        return extractRequest(request -> extractStrictEntity(BODY_PATIENCE, body -> {
            hosts.checkOrigin(request);
            return completeWithFuture(create(RoomDraft.parse(body.getData().utf8String())));
        }));
    }

    Route describe(String room) {
        return extractRequest(request -> completeWithFuture(describe(new RoomId(room), request)));
    }

    Route events(String room) {
        return extractRequest(request -> completeWithFuture(events(new RoomId(room), request)));
    }

    Route invite(String room) {
        return extractRequest(request -> extractStrictEntity(BODY_PATIENCE, body -> {
            hosts.checkOrigin(request);
            return completeWithFuture(
                    invite(new RoomId(room), request, body.getData().utf8String()));
        }));
    }

    Route copy(String room) {
        return extractRequest(request -> extractStrictEntity(BODY_PATIENCE, body -> {
            hosts.checkOrigin(request);
            return completeWithFuture(
                    copy(new RoomId(room), request, body.getData().utf8String()));
        }));
    }

    private CompletionStage<HttpResponse> create(RoomDraft draft) {
        return create(draft, List.of());
    }

    private CompletionStage<HttpResponse> create(RoomDraft draft, List<Item> furniture) {
        var room = Optional.ofNullable(draft.room()).orElseGet(() -> Ids.room(draft.title()));
        var creator = new ClientId(Ids.client());
        var by = new Client(creator, new UserId(creator.value()), PersonName.ANONYMOUS, "#000000", Role.OWNER);
        return rooms.create(room, by, draft, furniture).thenApply(creation -> switch (creation) {
            case CREATED -> created(room, draft.title());
            case NOT_STORED ->
                throw new HttpProblem(StatusCodes.SERVICE_UNAVAILABLE, "changes cannot be stored just now");
            case EXISTS -> throw new HttpProblem(StatusCodes.CONFLICT, "there is a room %s already".formatted(room));
        });
    }

    private HttpResponse created(RoomId room, Title title) {
        var edit = token(room, Role.EDITOR);
        var view = token(room, Role.VIEWER);
        return HttpResponse.create()
                .withStatus(StatusCodes.CREATED)
                .addHeader(Location.create("/api/rooms/" + room))
                .withEntity(Json.entity(new Created(
                        room,
                        title,
                        new Links(link(room, edit), link(room, view)),
                        new RoleTokens(token(room, Role.OWNER), edit, view))));
    }

    private CompletionStage<HttpResponse> invite(RoomId room, HttpRequest request, String body) {
        var as = entrance.identify(room, Credentials.bearer(request));
        var role = InvitationDraft.parse(body).role();
        if (!as.role().covers(role)) {
            throw new HttpProblem(StatusCodes.FORBIDDEN, "as %s you cannot invite an %s".formatted(as.role(), role));
        }
        return entrance.checkExists(room).thenApply(_ -> {
            var token = tokens.mint(as.inviting(role), Tokens.ROOM_TOKEN_LIFE);
            return HttpResponse.create()
                    .withStatus(StatusCodes.CREATED)
                    .withEntity(Json.entity(new Invitation(link(room, token), token)));
        });
    }

    /** Whoever may look at a room may try another layout in a copy of it, whose owner is whoever made it. */
    private CompletionStage<HttpResponse> copy(RoomId room, HttpRequest request, String body) {
        entrance.identify(room, Credentials.bearer(request));
        var title = CopyDraft.parse(body).title();
        return entrance.existing(room)
                .thenCompose(state -> create(
                        new RoomDraft(null, title == null ? state.title() : title, state.plan()), state.items()));
    }

    private CompletionStage<HttpResponse> describe(RoomId room, HttpRequest request) {
        entrance.identify(room, Credentials.bearer(request));
        var rev = Revisions.in(request.getUri().query(), "rev");
        return entrance.existing(room)
                .thenCompose(state ->
                        rev.isPresent() ? past(room, state, rev.get()) : CompletableFuture.completedStage(state))
                .thenApply(state -> HttpResponse.create().withEntity(Json.entity(RoomDescription.of(room, state))));
    }

    private CompletionStage<RoomState> past(RoomId room, RoomState now, long rev) {
        if (rev > now.rev()) {
            throw new HttpProblem(
                    StatusCodes.NOT_FOUND, "the room is at revision %d, there is no %d".formatted(now.rev(), rev));
        }
        return history.stateAt(room, rev);
    }

    private CompletionStage<HttpResponse> events(RoomId room, HttpRequest request) {
        entrance.identify(room, Credentials.bearer(request));
        var from = Revisions.in(request.getUri().query(), "from").orElse(1L);
        var to = Revisions.in(request.getUri().query(), "to").orElse(Long.MAX_VALUE);
        return entrance.existing(room)
                .thenApply(state -> HttpResponse.create()
                        .withEntity(HttpEntities.createChunked(
                                NDJSON, lines(room, Math.max(1, from), Math.min(to, state.rev())))));
    }

    /** Reads the history a page at a time, as fast as the caller takes it. */
    private Source<ByteString, NotUsed> lines(RoomId room, long from, long to) {
        return Source.unfoldAsync(
                        from,
                        next -> next > to
                                ? CompletableFuture.completedStage(Optional.<Pair<Long, ByteString>>empty())
                                : history.changes(room, next, Math.min(to, next + PAGE - 1))
                                        .thenApply(changes -> Optional.of(Pair.create(next + PAGE, lines(changes)))))
                .filter(lines -> !lines.isEmpty());
    }

    private static ByteString lines(List<Change> changes) {
        var text = new StringBuilder();
        changes.forEach(change -> text.append(FrameCodec.encode(change)).append('\n'));
        return ByteString.fromString(text.toString());
    }

    private String token(RoomId room, Role role) {
        return tokens.mint(new RoomToken(room, null, role), Tokens.ROOM_TOKEN_LIFE);
    }

    /** The token travels in the fragment, which browsers do not send to servers. */
    private static String link(RoomId room, String token) {
        return "/rooms/%s#token=%s".formatted(room, token);
    }
}
