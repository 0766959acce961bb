package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.RoomId;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** One room's actor; it can be stopped and woken again, and it goes to sleep by itself as in a cluster. */
final class LiveRoom {
    private final RoomHouse house;
    private final RoomId id;
    private final RoomSetup setup;
    private final TestProbe<Long> awake;
    private final TestProbe<RoomCommand> later;
    private ActorRef<RoomCommand> entity;
    private int connections;

    LiveRoom(RoomHouse house, RoomId id, RoomRules rules, Duration grace, Duration hibernateAfter) {
        this.house = house;
        this.id = id;
        this.awake = house.kit().createTestProbe();
        this.later = house.kit().createTestProbe();
        this.setup = new RoomSetup(
                rules,
                grace,
                hibernateAfter,
                house.snapshots(),
                house.metrics(),
                room -> new RoomJournal(house.reader(), Runnable::run).headLater(room),
                (_, rev) -> awake.getRef().tell(rev));
        wake();
    }

    RoomId id() {
        return id;
    }

    /** The same room a second time, as on a node that has not heard of the first. */
    LiveRoom twin() {
        return new LiveRoom(house, id, setup.rules(), setup.grace(), setup.hibernateAfter());
    }

    String persistenceId() {
        return RoomEntity.persistenceId(id);
    }

    /** Told of the revision each time the room has woken. */
    TestProbe<Long> awake() {
        return awake;
    }

    /** Told what the room wants to be told when it is awake again. */
    TestProbe<RoomCommand> later() {
        return later;
    }

    void tell(RoomCommand command) {
        entity.tell(command);
    }

    void stop() {
        house.kit().stop(entity);
    }

    /** @return the revision at which it woke */
    long wake() {
        entity = house.kit().spawn(RoomEntity.create(id, setup, new RoomEntity.Shard() {
            @Override
            public void passivate(ActorRef<RoomCommand> room) {
                room.tell(RoomCommand.Stop.NOW);
            }

            @Override
            public void tellLater(RoomCommand command) {
                later.getRef().tell(command);
            }
        }));
        return awake.receiveMessage();
    }

    /** Waits until it has left memory. */
    void awaitSleep() {
        house.kit().createTestProbe().expectTerminated(entity, Duration.ofSeconds(30));
    }

    RoomState state() {
        TestProbe<RoomState> asking = house.kit().createTestProbe();
        entity.tell(new RoomCommand.Describe(asking.getRef()));
        return asking.receiveMessage();
    }

    TestProbe<RoomNotice> gateway() {
        return house.kit().createTestProbe();
    }

    /** A client in this room, by a connection and a gateway of its own. */
    Seat seat(Client client) {
        return seat(client, gateway());
    }

    Seat seat(Client client, TestProbe<RoomNotice> gateway) {
        return new Seat(this, gateway, new Member("connection-" + ++connections, client, connections));
    }
}
