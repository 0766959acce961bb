package homstyle.room;

import static homstyle.room.Ask.rename;
import static homstyle.room.Guests.BLUE;
import static homstyle.room.Guests.RED;
import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientId;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a room knows a request that comes again. */
class RequestMemoryTest {
    private final RoomInHand room = new RoomInHand();

    @Test
    @DisplayName("R5: a request that comes again is answered with its first revision and changes nothing")
    void appliesOnce() {
        room.changes(RED, rename("r1", "Attic"));
        room.changes(BLUE, rename("b1", "Cellar"));

        assertThat(room.accepted(RED, rename("r1", "Attic")).rev()).isEqualTo(1);
        assertThat(room.room().title()).hasToString("Cellar");
    }

    @Test
    @DisplayName("R5: another client's request of the same id is another request")
    void tellsClientsApart() {
        room.changes(RED, rename("r1", "Attic"));
        room.changes(BLUE, rename("r1", "Cellar"));

        assertThat(room.accepted(RED, rename("r1", "Attic")).rev()).isEqualTo(1);
        assertThat(room.accepted(BLUE, rename("r1", "Cellar")).rev()).isEqualTo(2);
    }

    @Test
    @DisplayName("R5: a refused request is not remembered, so it can be sent again")
    void forgetsRefusals() {
        room.refusal(RED, Ask.lock("r1", "sofa"));
        room.changes(BLUE, Ask.place("b1", "sofa"));

        room.changes(RED, Ask.lock("r1", "sofa"));
    }

    @Test
    @DisplayName("R5: the last 64 requests of a client are remembered, whatever others do")
    void remembersTheLast() {
        for (int i = 0; i <= RequestMemory.REMEMBERED; i++) {
            room.changes(RED, rename("r" + i, "Room " + i));
            room.changes(BLUE, rename("b" + i, "Chamber " + i));
        }

        for (int i = 1; i <= RequestMemory.REMEMBERED; i++) {
            assertThat(room.accepted(RED, rename("r" + i, "Room " + i)).rev()).isEqualTo(2L * i + 1);
        }
        room.changes(RED, rename("r0", "Room 0"));
    }

    @Test
    @DisplayName("R5: a client is remembered for 10 minutes after its last request, and may be forgotten then")
    void remembersTheActive() {
        room.changes(RED, rename("r1", "Attic"));
        room.passes(RequestMemory.ACTIVE);
        room.changes(BLUE, rename("b1", "Cellar"));
        assertThat(room.accepted(RED, rename("r1", "Attic")).rev()).isEqualTo(1);

        room.passes(Duration.ofMillis(1));
        room.changes(Guests.OWNER, rename("o1", "Pantry"));
        assertThat(room.room().memory().clients()).containsOnlyKeys(BLUE.client(), new ClientId("owner"));
    }
}
