package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a client says (section 2 of the protocol). The names are for nodes; a client's own text is {@link FrameCodec}'s. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Place.class, name = "place"),
    @JsonSubTypes.Type(value = ClientFrame.Lock.class, name = "lock"),
    @JsonSubTypes.Type(value = ClientFrame.Move.class, name = "move"),
    @JsonSubTypes.Type(value = ClientFrame.Finish.class, name = "finish"),
    @JsonSubTypes.Type(value = ClientFrame.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = ClientFrame.Arrange.class, name = "arrange"),
    @JsonSubTypes.Type(value = ClientFrame.Unlock.class, name = "unlock"),
    @JsonSubTypes.Type(value = ClientFrame.Reshape.class, name = "reshape"),
    @JsonSubTypes.Type(value = ClientFrame.Rename.class, name = "rename"),
    @JsonSubTypes.Type(value = ClientFrame.Comment.class, name = "comment"),
    @JsonSubTypes.Type(value = ClientFrame.Resolve.class, name = "resolve"),
    @JsonSubTypes.Type(value = ClientFrame.Undo.class, name = "undo"),
    @JsonSubTypes.Type(value = ClientFrame.Redo.class, name = "redo"),
    @JsonSubTypes.Type(value = ClientFrame.Drag.class, name = "drag"),
    @JsonSubTypes.Type(value = ClientFrame.Drags.class, name = "drags"),
    @JsonSubTypes.Type(value = ClientFrame.Sketch.class, name = "sketch"),
    @JsonSubTypes.Type(value = ClientFrame.Cursor.class, name = "cursor"),
    @JsonSubTypes.Type(value = ClientFrame.Sync.class, name = "sync"),
    @JsonSubTypes.Type(value = ClientFrame.Ping.class, name = "ping"),
    @JsonSubTypes.Type(value = ClientFrame.Pong.class, name = "pong")
})
public sealed interface ClientFrame {

    /** So many items may be locked, arranged or dragged at once. */
    int MOST_ITEMS = 64;

    /** A durable change that the room answers, in the order sent (R7) and applied at most once (R5). */
    sealed interface Request extends ClientFrame {
        RequestId id();
    }

    /** What can be done to one item, by itself or as a part of {@link Arrange}. */
    sealed interface Step extends Request {
        ItemId item();
    }

    /** What is in flight: never stored, the last value wins (M1). */
    sealed interface Motion extends ClientFrame {}

    /** @param finish null for the product's first one (F1) */
    record Place(RequestId id, ItemId item, Sku sku, int x, int y, int rotation, FinishId finish) implements Step {
        public Place {
            if (item.equals(ItemId.PLAN)) {
                throw new InvalidValue("item", item, "any other name: plan stands for the room itself");
            }
            Check.coordinate("x", x);
            Check.coordinate("y", y);
            Check.rotation(rotation);
        }

        public Place(RequestId id, ItemId item, Sku sku, int x, int y, int rotation) {
            this(id, item, sku, x, y, rotation, null);
        }

        public Item placed() {
            return new Item(item, sku, x, y, rotation, finish);
        }
    }

    record Lock(RequestId id, List<ItemId> items) implements Request {
        public Lock {
            items = different(items);
        }
    }

    record Move(RequestId id, ItemId item, int x, int y, int rotation, long fence, boolean release) implements Step {
        public Move {
            Check.coordinate("x", x);
            Check.coordinate("y", y);
            Check.rotation(rotation);
            Check.revision("fence", fence);
        }

        public Placement to() {
            return new Placement(x, y, rotation);
        }
    }

    /** Makes a piece one of another finish (F1). */
    record Finish(RequestId id, ItemId item, FinishId finish, long fence, boolean release) implements Request {
        public Finish {
            Check.revision("fence", fence);
        }
    }

    record Remove(RequestId id, ItemId item, long fence) implements Step {
        public Remove {
            Check.revision("fence", fence);
        }
    }

    /**
     * Several items in one request, all of it or nothing (R10).
     *
     * @param steps about different items, each with this request's id
     * @param release whether the locks of the items that are moved are given back
     */
    record Arrange(RequestId id, List<Step> steps, boolean release) implements Request {
        public Arrange {
            Check.count("steps", steps, "steps", 1, MOST_ITEMS);
            if (steps.stream().map(Step::item).distinct().count() < steps.size()) {
                var items = steps.stream().map(Step::item).toList();
                throw new InvalidValue("steps", items, "steps about different items");
            }
            steps = List.copyOf(steps);
        }

        /** The items whose locks are given back. */
        public List<ItemId> released() {
            return steps.stream()
                    .filter(step -> release && step instanceof Move)
                    .map(Step::item)
                    .toList();
        }
    }

    /** @param force whether to take the lock from whoever holds it; for owners */
    record Unlock(RequestId id, List<ItemId> items, boolean force) implements Request {
        public Unlock {
            items = different(items);
        }
    }

    /** @param keepsObstacles whether the obstacles stay as they are, since the client said nothing of them */
    record Reshape(RequestId id, Plan plan, boolean keepsObstacles, long fence) implements Request {
        public Reshape {
            Check.revision("fence", fence);
        }
    }

    record Rename(RequestId id, Title title) implements Request {}

    /** Pins a remark to an item, or to {@link ItemId#PLAN} (N1). */
    record Comment(RequestId id, CommentId comment, ItemId item, CommentText text) implements Request {}

    /** Takes a comment away, since it is dealt with (N1). */
    record Resolve(RequestId id, CommentId comment) implements Request {}

    /** Takes back the user's own latest change (U1). */
    record Undo(RequestId id) implements Request {}

    /** Takes back the user's own latest {@link Undo} (U1). */
    record Redo(RequestId id) implements Request {}

    record Drag(ItemId item, int x, int y, int rotation, long fence) implements Motion {
        public Drag {
            Check.coordinate("x", x);
            Check.coordinate("y", y);
            Check.rotation(rotation);
            Check.revision("fence", fence);
        }
    }

    /** Several items in the same hand (M4). */
    record Drags(List<Drag> drags) implements Motion {
        public Drags {
            Check.count("drags", drags, "drags", 1, MOST_ITEMS);
            drags = List.copyOf(drags);
        }
    }

    /** What a hand is making of the room itself; it takes the lock of {@link ItemId#PLAN} (M5). */
    record Sketch(Plan plan, long fence) implements Motion {
        public Sketch {
            Check.revision("fence", fence);
        }
    }

    record Cursor(int x, int y) implements Motion {
        public Cursor {
            Check.coordinate("x", x);
            Check.coordinate("y", y);
        }
    }

    /** Asks for the frames after revision {@code since} (R3, R4). */
    record Sync(long since) implements ClientFrame {
        public Sync {
            Check.revision("since", since);
        }
    }

    /** @param id repeated in the answer; null for none */
    record Ping(RequestId id) implements ClientFrame {}

    /** @param id the one of the ping it answers; null for none */
    record Pong(RequestId id) implements ClientFrame {}

    private static List<ItemId> different(List<ItemId> items) {
        Check.count("items", items, "item ids", 1, MOST_ITEMS);
        if (items.stream().distinct().count() < items.size()) {
            throw new InvalidValue("items", items, "different item ids");
        }
        return List.copyOf(items);
    }
}
