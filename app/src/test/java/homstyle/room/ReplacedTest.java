package homstyle.room;

import static homstyle.room.Ask.rename;
import static homstyle.room.Guests.RED;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.room.RoomNotice.Replaced;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that comes back by another node, while its old socket still seems to be there. */
class ReplacedTest {
    @RegisterExtension
    static final RoomHouse house = RoomHouse.open();

    @Test
    @DisplayName("R6: the gateway of the old connection is told, and what that one still says does not count")
    void theOldOneIsTold() {
        var room = house.room();
        var old = room.seat(RED);
        var anew = room.seat(RED);
        old.joins(null);
        anew.joins(null);

        assertThat(old.hears(Replaced.class)).isEqualTo(new Replaced(old.connection()));
        old.sends(rename("r1", "Attic"));
        assertThat(old.hears(Replaced.class)).isEqualTo(new Replaced(old.connection()));
        anew.changes(rename("r2", "Cellar"));
        assertThat(room.state().rev()).isEqualTo(1);
    }

    @Test
    @DisplayName("R6: an old connection that asks late takes nothing back")
    void askingLateTakesNothingBack() {
        var room = house.room();
        var old = room.seat(RED);
        var anew = room.seat(RED);
        old.joins(null);
        anew.joins(null);
        old.hears(Replaced.class);

        room.tell(new RoomCommand.Join(old.gateway().getRef(), old.member(), null));

        assertThat(old.hears(Replaced.class)).isEqualTo(new Replaced(old.connection()));
        anew.changes(rename("r1", "Cellar"));
    }

    @Test
    @DisplayName(
            "R6: a connection that is long gone, and arrives when its client is back by another node, takes nothing")
    void arrivingLateTakesNothing() {
        var room = house.room();
        var anew = room.seat(RED);
        var member = anew.member();
        room.tell(new RoomCommand.Join(
                anew.gateway().getRef(), new Member(member.connection(), member.client(), 60_000), null));
        anew.hears(RoomNotice.Welcomed.class);
        var gone = room.gateway();

        room.tell(new RoomCommand.Join(gone.getRef(), new Member("gone", member.client(), 56_000), null));

        anew.changes(rename("r1", "Cellar"));
        gone.expectMessageClass(RoomNotice.Changed.class);
    }

    @Test
    @DisplayName("R6 R8: a room that has just woken takes the connection that opened later")
    void whenTwoGatewaysSayTheyHaveIt() {
        var room = house.room();
        var old = room.seat(RED);
        var anew = room.seat(RED);

        room.tell(new RoomCommand.Present(anew.gateway().getRef(), List.of(anew.member()), 0));
        room.tell(new RoomCommand.Present(old.gateway().getRef(), List.of(old.member()), 0));
        assertThat(old.hears(Replaced.class)).isEqualTo(new Replaced(old.connection()));

        var other = house.room();
        other.tell(new RoomCommand.Present(old.gateway().getRef(), List.of(old.member()), 0));
        other.tell(new RoomCommand.Present(anew.gateway().getRef(), List.of(anew.member()), 0));
        assertThat(old.hears(Replaced.class)).isEqualTo(new Replaced(old.connection()));
    }
}
