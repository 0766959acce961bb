package homstyle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final String CHAIR = "🪑";

    @ParameterizedTest
    @ValueSource(strings = {"ab", "vardagsrum", "0-", "a--b", "room-2026"})
    @DisplayName("C1 A room id is 2 to 63 of a-z, 0-9 and -, not beginning with -")
    void roomId(String id) {
        assertThat(new RoomId(id)).hasToString(id);
        assertThat(new RoomId("r".repeat(63)).value()).hasSize(63);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-a", "Room", "rum rum", "rum/1", "rum_1", "å2", "rum\n", "..", "rum%20"})
    @DisplayName("C1 Anything else is no room id")
    void noRoomId(String id) {
        refused(RoomId::new, id, "room");
        refused(RoomId::new, "r".repeat(64), "room");
        refused(RoomId::new, null, "room");
    }

    @Test
    @DisplayName("C1 A person's name is trimmed and has 1 to 40 characters, however many bytes each takes")
    void personName() {
        assertThat(new PersonName("  Guest 1\t").value()).isEqualTo("Guest 1");
        assertThat(new PersonName(CHAIR.repeat(40)).value()).isEqualTo(CHAIR.repeat(40));
        assertThat(new PersonName(" " + "å".repeat(40) + " ").value()).hasSize(40);
        assertThat(PersonName.ANONYMOUS).hasToString("Anonymous");
        refused(PersonName::new, CHAIR.repeat(41), "name");
        refused(PersonName::new, " \t\n ", "name");
        refused(PersonName::new, null, "name");
    }

    @Test
    @DisplayName("A title is trimmed and has 1 to 80 characters, however many bytes each takes")
    void title() {
        assertThat(new Title(" Hemma hos oss ").value()).isEqualTo("Hemma hos oss");
        assertThat(new Title(CHAIR.repeat(80)).value()).isEqualTo(CHAIR.repeat(80));
        assertThat(new Title("👩‍🎨")).hasToString("👩‍🎨");
        refused(Title::new, CHAIR.repeat(81), "title");
        refused(Title::new, "", "title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "nul\0", "bell\u0007", "delete\u007f", "next\u0085line", "half \ud83e"})
    @DisplayName("E2 Control characters and halves of characters are no text for people")
    void textIsForPeople(String text) {
        refused(Title::new, text, "title");
        refused(PersonName::new, text, "name");
    }

    @Test
    @DisplayName("R5 A request id is 1 to 64 characters without control characters, however many bytes each takes")
    void requestId() {
        assertThat(new RequestId(CHAIR.repeat(64)).value()).isEqualTo(CHAIR.repeat(64));
        assertThat(new RequestId(" ").value()).isEqualTo(" ");
        refused(RequestId::new, "two\nlines", "id");
        refused(RequestId::new, CHAIR.repeat(65), "id");
        refused(RequestId::new, "", "id");
        refused(RequestId::new, "\udc00", "id");
        refused(RequestId::new, null, "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", "_", "Sofa_1-left"})
    @DisplayName("Items, products and clients are named in A-Z, a-z, 0-9, _ and -")
    void names(String name) {
        assertThat(new ItemId(name)).hasToString(name);
        assertThat(new Sku(name)).hasToString(name);
        assertThat(new ClientId(name)).hasToString(name);
        for (var bad : new String[] {"", name + " ", name + "\n", "å" + name, "n".repeat(65)}) {
            refused(ItemId::new, bad, "item");
            refused(Sku::new, bad, "sku");
            refused(ClientId::new, bad, "client");
        }
    }

    @Test
    @DisplayName("A user is named as identity providers name people")
    void userId() {
        assertThat(new UserId("auth0|5f7c.a_b-c@home")).hasToString("auth0|5f7c.a_b-c@home");
        assertThat(new UserId("u".repeat(128)).value()).hasSize(128);
        refused(UserId::new, "u".repeat(129), "user");
        refused(UserId::new, "user 1", "user");
    }

    @Test
    @DisplayName("E2 An error shows the value in one printable line of at most 100 characters")
    void shownValue() {
        var shown = new InvalidValue("title", "a\nb\u0000" + CHAIR.repeat(200), "less").value();
        assertThat(shown).isEqualTo("a�b�" + CHAIR.repeat(96) + "…");
        assertThat(new InvalidValue("title", CHAIR.repeat(100), "less").value()).isEqualTo(CHAIR.repeat(100));
    }

    @Test
    @DisplayName("An owner may all that an editor may, an editor all that a viewer may")
    void roles() {
        assertThat(Role.of("owner").covers(Role.EDITOR)).isTrue();
        assertThat(Role.of("editor").covers(Role.EDITOR)).isTrue();
        assertThat(Role.of("viewer").covers(Role.EDITOR)).isFalse();
        assertThat(Role.EDITOR.mayChange()).isTrue();
        assertThat(Role.VIEWER.mayChange()).isFalse();
        refused(Role::of, "Owner", "role");
    }

    private static void refused(Function<String, ?> value, String text, String field) {
        assertThatThrownBy(() -> value.apply(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
