package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.Item;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.RoomId;
import homstyle.room.RoomCommand.Creation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** All rooms of the cluster, each to be reached by its id from any node. */
public final class Rooms {
    private static final EntityTypeKey<RoomCommand> ROOM = EntityTypeKey.create(RoomCommand.class, "room");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ClusterSharding sharding;

    private Rooms(ClusterSharding sharding) {
        this.sharding = sharding;
    }

    public static Rooms of(ActorSystem<?> system) {
        return new Rooms(ClusterSharding.get(system));
    }

    /**
     * Lets rooms live on this node.
     *
     * @param grace how long the locks of a client that is gone stay
     * @param awake told of every room that wakes on this node, with its revision
     */
    public void start(RoomRules rules, Duration grace, BiConsumer<RoomId, Long> awake) {
        sharding.init(Entity.of(ROOM, context -> {
            var room = new RoomId(context.getEntityId());
            return RoomEntity.create(room, rules, grace, rev -> awake.accept(room, rev));
        }));
    }

    public EntityRef<RoomCommand> room(RoomId id) {
        return sharding.entityRefFor(ROOM, id.value());
    }

    public CompletionStage<RoomState> describe(RoomId id) {
        return room(id).ask(RoomCommand.Describe::new, PATIENCE);
    }

    public CompletionStage<Creation> create(RoomId id, Client by, RoomDraft draft, List<Item> furniture) {
        return create(id, by, draft, furniture, PATIENCE);
    }

    /** @param patience for a server that is just starting: how long the room may take to answer */
    public CompletionStage<Creation> create(
            RoomId id, Client by, RoomDraft draft, List<Item> furniture, Duration patience) {
        return room(id).ask(replyTo -> new RoomCommand.Create(by, draft, furniture, replyTo), patience);
    }
}
