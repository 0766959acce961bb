package homstyle;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.Item;
import homstyle.protocol.PersonName;
import homstyle.protocol.Role;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;
import homstyle.room.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The furnished room that a new server shows to whoever tries it: made once, then a room like any other. */
final class DemoRoom {
    static final RoomId ID = new RoomId("vardagsrum");
    private static final Client MAKER = new Client(
            new ClientId("homstyle"), new UserId("homstyle"), new PersonName("HÖMSTYLE"), "#1f2a44", Role.EDITOR);
    /** Everything is still cold, and a busy machine is no reason not to start. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};

    private DemoRoom() {}

    /** Creates and furnishes the room unless it is there. */
    static CompletionStage<Void> furnish(Rooms rooms) {
        try (var file = DemoRoom.class.getResourceAsStream("/demo-room.json")) {
            var json = JsonMapper.builder().build();
            var room = json.readTree(file);
            var furniture = json.readValue(json.treeAsTokens(room.get("items")), ITEMS);
            return rooms.create(ID, MAKER, RoomDraft.parse(room.toString()), furniture, PATIENCE)
                    .thenAccept(_ -> {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the demo room cannot be read", unreadable);
        }
    }
}
