package homstyle.room;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame.Request;
import homstyle.protocol.ServerFrame.Answer;
import homstyle.protocol.ServerFrame.Change;
import homstyle.room.RoomNotice.Answers;
import homstyle.room.RoomNotice.Changed;
import homstyle.room.RoomNotice.NotStored;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;

/** A client in a room by one connection: sends its batches in order, and hears what its gateway is told. */
final class Seat {
    private final LiveRoom room;
    private final TestProbe<RoomNotice> gateway;
    private final Member member;
    private long batches;

    Seat(LiveRoom room, TestProbe<RoomNotice> gateway, Member member) {
        this.room = room;
        this.gateway = gateway;
        this.member = member;
    }

    TestProbe<RoomNotice> gateway() {
        return gateway;
    }

    Member member() {
        return member;
    }

    String connection() {
        return member.connection();
    }

    /** Comes in with nothing, or with everything up to a revision; what the gateway is told for it. */
    RoomNotice joins(Long since) {
        room.tell(new RoomCommand.Join(gateway.getRef(), member, since));
        return hears(RoomNotice.class);
    }

    void leaves() {
        room.tell(new RoomCommand.Leave(member.id(), connection()));
    }

    /** What its gateway lets the room know while it drags. */
    void drags() {
        room.tell(new RoomCommand.Renew(member.id()));
    }

    /** Sends the next batch. */
    void sends(Request... requests) {
        sendsAs(++batches, requests);
    }

    /** As the batch of that number, for whichever stay of the room in memory. */
    void sendsAs(long number, Request... requests) {
        sendsFor(null, number, requests);
    }

    void sendsFor(String stay, long number, Request... requests) {
        room.tell(new RoomCommand.Requests(gateway.getRef(), member, number, stay, List.of(requests)));
    }

    /** Sends a batch for that stay, which is none of the room's of now; the room's of now. */
    String learnsStay(String asked, long number, Request... requests) {
        sendsFor(asked, number, requests);
        var other = hears(RoomNotice.OtherStay.class);
        assertThat(other.connection()).isEqualTo(connection());
        assertThat(other.asked()).isEqualTo(asked);
        return other.stay();
    }

    /** Sends the next batch and hears that it is done. */
    Changed asks(Request... requests) {
        sends(requests);
        var changed = hears(Changed.class);
        assertThat(changed.answers()).isNotNull();
        assertThat(changed.answers().connection()).isEqualTo(connection());
        assertThat(changed.answers().number()).isEqualTo(batches);
        return changed;
    }

    /** Asks for what is granted by changes and nothing else; the last of them. */
    Change changes(Request... requests) {
        var changed = asks(requests);
        assertThat(changed.answers().frames()).isEmpty();
        assertThat(changed.changes()).hasSizeGreaterThanOrEqualTo(requests.length);
        return changed.changes().getLast();
    }

    /** Asks for what changes nothing. */
    Answer isAnswered(Request request) {
        var changed = asks(request);
        assertThat(changed.changes()).isEmpty();
        assertThat(changed.answers().frames()).hasSize(1);
        return changed.answers().frames().getFirst();
    }

    /** Asks for what the journal does not take. */
    void isNotStored(Request... requests) {
        sends(requests);
        assertThat(hears(NotStored.class)).isEqualTo(new NotStored(connection(), batches));
    }

    /** Hears of one change that it did not ask for. */
    <C extends Change> C hearsOf(Class<C> change) {
        var changed = hears(Changed.class);
        assertThat(changed.answers()).isNull();
        assertThat(changed.changes()).hasSize(1);
        return change.cast(changed.changes().getFirst());
    }

    <N extends RoomNotice> N hears(Class<N> notice) {
        return gateway.expectMessageClass(notice);
    }

    /** Whether its gateway is told this next, before the time is over. */
    boolean heardWithin(Class<? extends RoomNotice> notice, Duration time) {
        try {
            gateway.expectMessageClass(notice, time);
            return true;
        } catch (AssertionError nothing) {
            return false;
        }
    }

    /** The answers to its last batch, by that stay of the room. */
    Answers answers(String stay, Answer... frames) {
        return new Answers(connection(), batches, stay, Arrays.asList(frames));
    }
}
