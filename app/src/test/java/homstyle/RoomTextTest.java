package homstyle;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientId;
import homstyle.protocol.FinishId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.PersonName;
import homstyle.protocol.RoomId;
import homstyle.protocol.Sku;
import homstyle.room.Origin;
import homstyle.room.Room;
import homstyle.room.RoomEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoomTextTest {
    private static final Origin ORIGIN =
            new Origin(0, new ClientId("c7k2"), null, new PersonName("Guest 1"), null, null);
    private static final ItemId SOFA = new ItemId("sofa");
    private static final FinishId OAT = new FinishId("oat");
    private static final Item PLAIN = new Item(SOFA, new Sku("HS-SOFA-220"), 1, 2, 90);

    @Test
    @DisplayName("F1 the lines of a journal say which finish a piece is placed in and given")
    void namesTheFinish() {
        assertThat(RoomText.line(1, new RoomEvent.Placed(ORIGIN, PLAIN)))
                .endsWith("placed sofa (HS-SOFA-220) at 1,2, 90°");
        assertThat(RoomText.line(1, new RoomEvent.Placed(ORIGIN, PLAIN.in(OAT))))
                .endsWith("placed sofa (HS-SOFA-220, oat) at 1,2, 90°");
        assertThat(RoomText.line(2, new RoomEvent.Finished(ORIGIN, SOFA, OAT))).endsWith("gave sofa the finish oat");
        assertThat(RoomText.line(3, new RoomEvent.Finished(ORIGIN, SOFA, null)))
                .endsWith("gave sofa the first of its finishes");
        var room = Room.NEW.apply(new RoomEvent.Placed(ORIGIN, PLAIN.in(OAT)));
        assertThat(RoomText.state(new RoomId("den"), room, false)).endsWith("90°  in oat");
    }
}
