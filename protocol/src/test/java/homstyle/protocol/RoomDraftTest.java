package homstyle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomDraftTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}", "{\"room\":null,\"title\":null}", "{\"furniture\":[1.5]}"})
    @DisplayName("R1 A room created without wishes has the default plan")
    void withoutWishes(String body) {
        assertThat(RoomDraft.parse(body)).isEqualTo(new RoomDraft(null, new Title("Untitled room"), Plan.DEFAULT));
    }

    @Test
    @DisplayName("A room is created with a name, a title and a size")
    void rectangle() {
        var draft = RoomDraft.parse("""
                {"room":"sommarstuga","title":" Sommarstuga ","width":6000,"depth":3000,"height":2700}""");
        assertThat(draft)
                .isEqualTo(new RoomDraft(
                        new RoomId("sommarstuga"), new Title("Sommarstuga"), Plan.rectangle(6_000, 3_000, 2_700)));
    }

    @Test
    @DisplayName("A room is created with an outline, with the openings it names and no others")
    void outline() {
        var draft = RoomDraft.parse("""
                {"outline":[[0,0],[3000,0],[0,4000]]}""");
        assertThat(draft.plan().openings()).isEmpty();
        assertThat(draft.plan().height()).isEqualTo(2_500);

        var open = RoomDraft.parse("""
                {"width":3000,"openings":[{"kind":"passage","wall":0,"offset":0,"width":900,"height":2100,"sill":0}]}""");
        assertThat(open.plan().outline())
                .isEqualTo(Plan.rectangle(3_000, 5_000, 2_500).outline());
        assertThat(open.plan().openings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"title\":; body",
                "{} {}; body",
                "[]; body",
                "{\"title\":\"a\",\"title\":\"b\"}; body",
                "{\"room\":\"My room\"}; room",
                "{\"title\":\" \"}; title",
                "{\"width\":99}; width",
                "{\"depth\":30001}; depth",
                "{\"depth\":4.5}; depth",
                "{\"height\":1}; height",
                "{\"outline\":[[0,0]]}; outline",
                "{\"openings\":[{\"kind\":\"hatch\"}]}; openings[0].kind"
            })
    @DisplayName("E2 A wish that cannot be is refused with its field")
    void refused(String body, String field) {
        assertThatThrownBy(() -> RoomDraft.parse(body)).isInstanceOfSatisfying(InvalidValue.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.getMessage()).doesNotContainIgnoringCase("jackson");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"height\":1000}", "{\"height\":1000,\"openings\":[]}", "{\"height\":1000,\"width\":800}"})
    @DisplayName("E2 A ceiling that cannot be is named itself, not the window that would hang below it")
    void lowCeiling(String body) {
        assertThatThrownBy(() -> RoomDraft.parse(body))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("height is 1000, expected a whole number from 1,500 to 10,000");
    }
}
