package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the service says (section 3 of the protocol). Fields that are null are left out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerFrame.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = ServerFrame.Created.class, name = "created"),
    @JsonSubTypes.Type(value = ServerFrame.Placed.class, name = "placed"),
    @JsonSubTypes.Type(value = ServerFrame.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = ServerFrame.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = ServerFrame.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = ServerFrame.Locked.class, name = "locked"),
    @JsonSubTypes.Type(value = ServerFrame.Unlocked.class, name = "unlocked"),
    @JsonSubTypes.Type(value = ServerFrame.Reshaped.class, name = "reshaped"),
    @JsonSubTypes.Type(value = ServerFrame.Renamed.class, name = "renamed"),
    @JsonSubTypes.Type(value = ServerFrame.Commented.class, name = "commented"),
    @JsonSubTypes.Type(value = ServerFrame.Resolved.class, name = "resolved"),
    @JsonSubTypes.Type(value = ServerFrame.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = ServerFrame.Rejected.class, name = "rejected"),
    @JsonSubTypes.Type(value = ServerFrame.Clients.class, name = "clients"),
    @JsonSubTypes.Type(value = ServerFrame.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = ServerFrame.Left.class, name = "left"),
    @JsonSubTypes.Type(value = ServerFrame.Motion.class, name = "motion"),
    @JsonSubTypes.Type(value = ServerFrame.Ping.class, name = "ping"),
    @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerFrame.Bye.class, name = "bye")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerFrame {

    /**
     * A stored change of the room: one journal event.
     *
     * <p>{@code rev} is its revision, {@code at} its time in epoch milliseconds, {@code by} the client that caused it
     * and {@code id} the request that asked for it (null when none did).
     */
    sealed interface Change extends ServerFrame {
        long rev();

        long at();

        ClientId by();

        RequestId id();
    }

    /** What answers a request that stored nothing. */
    sealed interface Answer extends ServerFrame {
        RequestId id();
    }

    /** A frame that has the room's plan, field by field. */
    interface Shape {
        List<Corner> outline();

        int height();

        List<Opening> openings();

        /** Left out in JSON where there are none. */
        List<Obstacle> obstacles();

        default Plan plan() {
            return new Plan(outline(), height(), openings(), obstacles());
        }
    }

    /**
     * The whole room, the first frame of a connection that has nothing yet.
     *
     * @param version the server's build; a tab that was loaded from another one should reload
     */
    record Welcome(
            RoomId room,
            long rev,
            String version,
            You you,
            Title title,
            List<Corner> outline,
            int height,
            List<Opening> openings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Obstacle> obstacles,
            List<Item> items,
            List<Lock> locks,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Comment> comments,
            List<Client> clients,
            Limits limits)
            implements ServerFrame, Shape {
        public Welcome {
            comments = comments == null ? List.of() : comments;
            obstacles = obstacles == null ? List.of() : obstacles;
        }
    }

    /** The first frame of a connection that had the room up to {@code from}; the missing changes follow at once. */
    record Resumed(RoomId room, long rev, long from, String version, You you, List<Client> clients)
            implements ServerFrame {}

    record Created(
            long rev,
            long at,
            ClientId by,
            RequestId id,
            Title title,
            List<Corner> outline,
            int height,
            List<Opening> openings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Obstacle> obstacles)
            implements Change, Shape {
        public Created {
            obstacles = obstacles == null ? List.of() : obstacles;
        }

        public Created(long rev, long at, ClientId by, RequestId id, Title title, Plan plan) {
            this(rev, at, by, id, title, plan.outline(), plan.height(), plan.openings(), plan.obstacles());
        }
    }

    /** @param finish null for the product's first one (F1) */
    record Placed(
            long rev,
            long at,
            ClientId by,
            RequestId id,
            ItemId item,
            Sku sku,
            int x,
            int y,
            int rotation,
            FinishId finish)
            implements Change {
        public Placed(long rev, long at, ClientId by, RequestId id, Item item) {
            this(rev, at, by, id, item.item(), item.sku(), item.x(), item.y(), item.rotation(), item.finish());
        }

        public Item placed() {
            return new Item(item, sku, x, y, rotation, finish);
        }
    }

    record Moved(long rev, long at, ClientId by, RequestId id, ItemId item, int x, int y, int rotation)
            implements Change {}

    /** @param finish null for the product's first one, as where the change takes back the first choice of another (F1) */
    record Finished(long rev, long at, ClientId by, RequestId id, ItemId item, FinishId finish) implements Change {}

    record Removed(long rev, long at, ClientId by, RequestId id, ItemId item) implements Change {}

    /** The fence of the newly granted locks is {@code rev}. */
    record Locked(
            long rev, long at, ClientId by, RequestId id, List<ItemId> items, PersonName name, String color, long until)
            implements Change {}

    record Unlocked(long rev, long at, ClientId by, RequestId id, List<ItemId> items, UnlockReason reason)
            implements Change {}

    record Reshaped(
            long rev,
            long at,
            ClientId by,
            RequestId id,
            List<Corner> outline,
            int height,
            List<Opening> openings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Obstacle> obstacles)
            implements Change, Shape {
        public Reshaped {
            obstacles = obstacles == null ? List.of() : obstacles;
        }

        public Reshaped(long rev, long at, ClientId by, RequestId id, Plan plan) {
            this(rev, at, by, id, plan.outline(), plan.height(), plan.openings(), plan.obstacles());
        }
    }

    record Renamed(long rev, long at, ClientId by, RequestId id, Title title) implements Change {}

    /** {@code at} is when the comment was made, {@code by} who made it. */
    record Commented(
            long rev,
            long at,
            ClientId by,
            RequestId id,
            CommentId comment,
            ItemId item,
            PersonName name,
            String color,
            CommentText text)
            implements Change {}

    record Resolved(long rev, long at, ClientId by, RequestId id, CommentId comment) implements Change {}

    /** The request had been applied before, at {@code rev}; or it renewed a lock, whose fence is {@code rev}. */
    record Accepted(RequestId id, long rev) implements Answer {}

    /**
     * A refused frame, with what helps to put it right.
     *
     * @param id the refused request's, where it had a readable one
     * @param holder for {@code locked}: who holds the item, with {@code name} and {@code until}
     * @param field for a frame that cannot be read: which field, with the refused {@code value} and what was
     *     {@code expected}
     */
    record Rejected(
            RequestId id,
            RejectionCode code,
            String message,
            ClientId holder,
            PersonName name,
            Long until,
            String field,
            String value,
            String expected)
            implements Answer {

        public static Rejected because(RequestId id, RejectionCode code, String message) {
            return new Rejected(id, code, message, null, null, null, null, null, null);
        }

        public static Rejected heldBy(RequestId id, Lock lock) {
            return new Rejected(
                    id,
                    RejectionCode.LOCKED,
                    "%s holds %s".formatted(lock.name(), lock.item()),
                    lock.by(),
                    lock.name(),
                    lock.until(),
                    null,
                    null,
                    null);
        }

        /** The same reason, for a part of the request. */
        public Rejected in(String part, ItemId about) {
            var longer = "%s (%s): %s".formatted(part, about, message);
            var place = field == null ? part : part + "." + field;
            return new Rejected(id, code, longer, holder, name, until, place, value, expected);
        }

        public static Rejected invalid(RequestId id, InvalidValue refused) {
            return of(id, RejectionCode.INVALID, refused);
        }

        static Rejected of(RequestId id, RejectionCode code, InvalidValue refused) {
            return new Rejected(
                    id,
                    code,
                    refused.getMessage(),
                    null,
                    null,
                    null,
                    refused.field(),
                    refused.value(),
                    refused.expected());
        }
    }

    /** Everybody who is here, when single changes were merged. */
    record Clients(List<Client> clients) implements ServerFrame {}

    record Joined(ClientId client, UserId user, PersonName name, String color, Role role) implements ServerFrame {
        public static Joined of(Client client) {
            return new Joined(client.client(), client.user(), client.name(), client.color(), client.role());
        }
    }

    record Left(ClientId client) implements ServerFrame {}

    /**
     * Cursors and drags that changed since the last one (M2).
     *
     * @param sketch what somebody is making of the room itself (M5); null where that has not changed
     */
    record Motion(List<CursorAt> cursors, List<DragAt> drags, SketchBy sketch) implements ServerFrame {
        public Motion(List<CursorAt> cursors, List<DragAt> drags) {
            this(cursors, drags, null);
        }
    }

    record Ping(RequestId id) implements ServerFrame {}

    record Pong(RequestId id) implements ServerFrame {}

    /** The last frame before the server closes; {@code retryAfterMs} is null when the client may return at once. */
    record Bye(ByeCode code, String reason, Long retryAfterMs) implements ServerFrame {}

    /** Oneself, with the secret that makes a later connection the same client again (R6). */
    record You(ClientId client, UserId user, PersonName name, String color, Role role, String resume) {}

    record Limits(int requestsPerSecond, int motionPerSecond, int messageBytes, int items, int clients) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"client", "x", "y"})
    record CursorAt(ClientId client, int x, int y) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"client", "item", "x", "y", "rotation"})
    record DragAt(ClientId client, ItemId item, int x, int y, int rotation) {}

    record SketchBy(
            ClientId client,
            List<Corner> outline,
            int height,
            List<Opening> openings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Obstacle> obstacles)
            implements Shape {
        public SketchBy {
            obstacles = obstacles == null ? List.of() : obstacles;
        }

        public SketchBy(ClientId client, Plan plan) {
            this(client, plan.outline(), plan.height(), plan.openings(), plan.obstacles());
        }
    }
}
