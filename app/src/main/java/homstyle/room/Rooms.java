package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.Item;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.RoomId;
import homstyle.room.RoomCommand.Creation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.typed.HashCodeMessageExtractor;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** All rooms of the cluster, each to be reached by its id from any node. */
public final class Rooms {
    private static final EntityTypeKey<RoomCommand> ROOM = EntityTypeKey.create(RoomCommand.class, "room");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** While another node is given up, shards wait for new places. */
    private static final Duration STARTING = Duration.ofMinutes(2);

    private static final Duration SHARD_PATIENCE = Duration.ofSeconds(2);

    /** No room's id begins like this. */
    private static final String NO_ROOM = "~";

    private final ActorSystem<?> system;
    private final ClusterSharding sharding;
    /** No room is to start on this node any more. */
    private volatile boolean leaving;

    private Rooms(ActorSystem<?> system) {
        this.system = system;
        this.sharding = ClusterSharding.get(system);
        CoordinatedShutdown.get(system).addTask(CoordinatedShutdown.PhaseBeforeClusterShutdown(), "rooms-leave", () -> {
            leaving = true;
            return CompletableFuture.completedStage(Done.done());
        });
    }

    public static Rooms of(ActorSystem<?> system) {
        return new Rooms(system);
    }

    /** Lets rooms live on this node. */
    public void start(RoomSetup setup) {
        sharding.init(Entity.of(ROOM, context -> {
                    if (context.getEntityId().startsWith(NO_ROOM)) {
                        return noRoom(context.getShard());
                    }
                    var room = new RoomId(context.getEntityId());
                    return RoomEntity.create(room, setup, shard(room, context.getShard()));
                })
                .withStopMessage(RoomCommand.Stop.NOW));
    }

    /**
     * Starts all shards: the first message to each waits until it has a place, and they are given one after the other.
     *
     * @return done when the last has started
     */
    public CompletionStage<Void> startShards() {
        var shards = ClusterShardingSettings.create(system).numberOfShards();
        var extractor = new HashCodeMessageExtractor<RoomCommand>(shards);
        var ids = new HashMap<String, String>();
        for (int i = 0; ids.size() < shards; i++) {
            ids.putIfAbsent(extractor.shardId(NO_ROOM + i), NO_ROOM + i);
        }
        return CompletableFuture.allOf(ids.values().stream()
                .map(id -> sharding.entityRefFor(ROOM, id))
                .map(ref -> again(() -> ref.ask(RoomCommand.Describe::new, SHARD_PATIENCE), STARTING)
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** Asks again and again for so long: what is on the way to a shard that just moves may be dropped. */
    private <T> CompletionStage<T> again(Supplier<CompletionStage<T>> ask, Duration patience) {
        var begun = System.nanoTime();
        return ask.get().exceptionallyCompose(failure -> {
            var left = patience.minusNanos(System.nanoTime() - begun);
            return left.isPositive() && !leaving ? again(ask, left) : CompletableFuture.failedStage(failure);
        });
    }

    /** What lives in a shard only to start it. */
    private static Behavior<RoomCommand> noRoom(ActorRef<ClusterSharding.ShardCommand> shard) {
        return Behaviors.receive((context, command) -> {
            if (command instanceof RoomCommand.Describe(var replyTo)) {
                replyTo.tell(RoomState.of(Room.NEW));
                // Another node may just be asking the same: the shard keeps that until this one has ended.
                shard.tell(new ClusterSharding.Passivate<>(context.getSelf()));
                return Behaviors.same();
            }
            return Behaviors.stopped();
        });
    }

    private RoomEntity.Shard shard(RoomId id, ActorRef<ClusterSharding.ShardCommand> shard) {
        return new RoomEntity.Shard() {
            @Override
            public void passivate(ActorRef<RoomCommand> entity) {
                shard.tell(new ClusterSharding.Passivate<>(entity));
            }

            @Override
            public void tellLater(RoomCommand command) {
                // A node whose rooms move would start the room again and again.
                if (!leaving) {
                    room(id).tell(command);
                }
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
        return room(id).ask(replyTo -> new RoomCommand.Create(by, draft, furniture, replyTo), PATIENCE);
    }

    /** @param patience for a server that is just starting: how long the room may take to answer */
    public CompletionStage<Creation> create(
            RoomId id, Client by, RoomDraft draft, List<Item> furniture, Duration patience) {
        return again(() -> create(id, by, draft, furniture), patience);
    }
}
