package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.Item;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.RoomId;
import homstyle.room.RoomCommand.Creation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
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

    /** Lets rooms live on this node. */
    public void start(RoomSetup setup) {
        sharding.init(Entity.of(ROOM, context -> {
                    var room = new RoomId(context.getEntityId());
                    return RoomEntity.create(room, setup, shard(room, context.getShard()));
                })
                .withStopMessage(RoomCommand.Stop.NOW));
    }

    private RoomEntity.Shard shard(RoomId id, ActorRef<ClusterSharding.ShardCommand> shard) {
        return new RoomEntity.Shard() {
            @Override
            public void passivate(ActorRef<RoomCommand> entity) {
                shard.tell(new ClusterSharding.Passivate<>(entity));
            }

            @Override
            public void tellLater(RoomCommand command) {
                room(id).tell(command);
            }
        };
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
