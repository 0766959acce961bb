package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import homstyle.catalogue.Catalogue;
import homstyle.metrics.RoomMetrics;
import homstyle.persistence.DataFolder;
import homstyle.persistence.JournalDatabase;
import homstyle.persistence.SnapshotWriter;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ItemId;
import homstyle.protocol.RequestId;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.Title;
import homstyle.protocol.UnlockReason;
import homstyle.room.RoomCommand;
import homstyle.room.RoomJournal;
import homstyle.room.RoomRules;
import homstyle.room.RoomSetup;
import homstyle.room.RoomSnapshots;
import homstyle.room.Rooms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.ShardRegion.CurrentShardRegionState;
import org.apache.pekko.cluster.sharding.typed.GetShardRegionState;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways, as on two nodes, with members of one room: real rooms, journal and sharding, tabs without sockets. */
class TwoGatewaysTest {
    private static final Duration HIBERNATE_AFTER = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofMillis(300);
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(1));

    @TempDir
    static Path folder;

    private static final EntityTypeKey<RoomCommand> ROOM = EntityTypeKey.create(RoomCommand.class, "room");
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static ActorTestKit kit;
    private static SnapshotWriter snapshots;
    private static Rooms rooms;
    private static RoomMetrics metrics;
    private static Gateways gateways;

    private record Gateways(ActorRef<Gateway.Message> one, ActorRef<Gateway.Message> other) {}

    @BeforeAll
    static void open() {
        var database = JournalDatabase.in(DataFolder.at(folder));
        database.migrate();
        var config = ConfigFactory.parseString("pekko.actor.testkit.typed.single-expect-default = 30s")
                .withFallback(ConfigFactory.defaultOverrides())
                .withFallback(ConfigFactory.parseResources("application.conf"))
                .withFallback(database.config())
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
        kit = ActorTestKit.create("gateways", config);
        var system = kit.system();
        var cluster = Cluster.get(system);
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
        snapshots = database.snapshotWriter();
        metrics = new RoomMetrics("test");
        rooms = Rooms.of(system);
        var journal = new RoomJournal(database.reader(), Runnable::run);
        var limits = new ServerFrame.Limits(60, 120, 16_384, 100, 100);
        var settings =
                new GatewaySettings("test", Duration.ofMillis(33), Duration.ofSeconds(30), limits, 100, PATIENCE);
        gateways = new Gateways(
                kit.spawn(Gateway.create(rooms, journal, settings, metrics), "one"),
                kit.spawn(Gateway.create(rooms, journal, settings, metrics), "other"));
        var products = Catalogue.load().finishes();
        rooms.start(new RoomSetup(
                new RoomRules(products, 100, Duration.ofSeconds(30)),
                GRACE,
                HIBERNATE_AFTER,
                new RoomSnapshots(snapshots, system),
                metrics,
                journal::headLater,
                (room, rev) -> gateways.one().tell(new Gateway.RoomAwake(room, rev))));
    }

    @AfterAll
    static void close() {
        kit.shutdownTestKit();
        snapshots.close();
        metrics.close();
    }

    private static RoomId room() {
        return new RoomId("shared-" + NAMES.incrementAndGet());
    }

    /** Waits until the room's actor has stopped. */
    private static void awaitSleep(RoomId room) {
        kit.createTestProbe().awaitAssert(Duration.ofSeconds(30), () -> {
            assertThat(isAsleep(room)).isTrue();
            return null;
        });
    }

    private static boolean isAsleep(RoomId room) {
        TestProbe<CurrentShardRegionState> asking = kit.createTestProbe();
        ClusterSharding.get(kit.system()).shardState().tell(new GetShardRegionState(ROOM, asking.getRef()));
        return asking.receiveMessage().getShards().stream()
                .noneMatch(shard -> shard.getEntityIds().contains(room.value()));
    }

    private static Tab tab(RoomId room, ActorRef<Gateway.Message> gateway) {
        return Tab.open(kit, rooms, gateway, room, "guest-" + NAMES.incrementAndGet());
    }

    @Test
    @DisplayName("P1: people of both gateways see one another come and go")
    void presence() {
        var room = room();
        var red = tab(room, gateways.one());
        var blue = tab(room, gateways.other());

        assertThat(red.next(ServerFrame.Joined.class).client()).isEqualTo(blue.client());
        blue.awaitKnows(red.client());
        blue.close();
        assertThat(red.next(ServerFrame.Left.class).client()).isEqualTo(blue.client());
    }

    @Test
    @DisplayName("M1 M2: motion goes from gateway to gateway, also while the room sleeps, and does not wake it")
    void motion() {
        var room = room();
        var red = tab(room, gateways.one());
        var blue = tab(room, gateways.other());
        red.next(ServerFrame.Joined.class);
        awaitSleep(room);

        red.sends(new ClientFrame.Cursor(120, 340));

        var seen = blue.next(ServerFrame.Motion.class).cursors();
        assertThat(seen).containsExactly(new ServerFrame.CursorAt(red.client(), 120, 340));
        assertThat(isAsleep(room)).isTrue();
    }

    @Test
    @DisplayName("R3 R8: a lock from one gateway wakes the room, and tabs of the other miss nothing")
    void wakesForBoth() {
        var room = room();
        var red = tab(room, gateways.one());
        var blue = tab(room, gateways.other());
        red.asks(new ClientFrame.Rename(new RequestId("r1"), new Title("Den")));
        assertThat(blue.next(ServerFrame.Renamed.class).rev()).isEqualTo(1);
        awaitSleep(room);

        // In one batch, so that all is stored before the other gateway can have answered the waking room.
        red.asks(
                new ClientFrame.Lock(new RequestId("r2"), List.of(new ItemId("plan"))),
                new ClientFrame.Unlock(new RequestId("r3"), List.of(new ItemId("plan")), false));

        assertThat(blue.next(ServerFrame.Locked.class).rev()).isEqualTo(2);
        assertThat(blue.next(ServerFrame.Unlocked.class).rev()).isEqualTo(3);
        awaitSleep(room);
        blue.asks(new ClientFrame.Rename(new RequestId("r4"), new Title("Hall")));
        assertThat(red.next(ServerFrame.Locked.class).rev()).isEqualTo(2);
        assertThat(red.next(ServerFrame.Renamed.class).rev()).isEqualTo(4);
    }

    @Test
    @DisplayName("L5: a lock granted to a client that is gone by then ends after the grace time, too")
    void goneBeforeTheGrant() {
        var room = room();
        var holder = tab(room, gateways.one());
        var other = tab(room, gateways.other());
        holder.close();
        assertThat(other.next(ServerFrame.Left.class).client()).isEqualTo(holder.client());

        holder.sends(new ClientFrame.Lock(new RequestId("late"), List.of(new ItemId("plan"))));

        assertThat(other.next(ServerFrame.Locked.class).items()).containsExactly(new ItemId("plan"));
        assertThat(other.next(ServerFrame.Unlocked.class).reason()).isEqualTo(UnlockReason.LEFT);
    }
}
