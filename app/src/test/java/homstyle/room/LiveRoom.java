package homstyle.room;

import homstyle.protocol.Client;
import homstyle.protocol.RoomId;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** One room's actor; it can be stopped and woken again. */
final class LiveRoom {
    private final RoomHouse house;
    private final RoomId id;
    private final RoomRules rules;
    private final Duration grace;
    private final TestProbe<Long> awake;
    private ActorRef<RoomCommand> entity;
    private int connections;

    LiveRoom(RoomHouse house, RoomId id, RoomRules rules, Duration grace) {
        this.house = house;
        this.id = id;
        this.rules = rules;
        this.grace = grace;
        this.awake = house.kit().createTestProbe();
        wake();
    }

    RoomId id() {
        return id;
    }

    String persistenceId() {
        return RoomEntity.persistenceId(id);
    }

    /** Told of the revision each time the room has woken. */
    TestProbe<Long> awake() {
        return awake;
    }

    void tell(RoomCommand command) {
        entity.tell(command);
    }

    void stop() {
        house.kit().stop(entity);
    }

    /** @return the revision at which it woke */
    long wake() {
        entity = house.kit().spawn(RoomEntity.create(id, rules, grace, awake.getRef()::tell));
        return awake.receiveMessage();
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
        return new Seat(this, gateway, new Member("connection-" + ++connections, client));
    }
}
