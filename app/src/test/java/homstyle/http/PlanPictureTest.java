package homstyle.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.catalogue.Catalogue;
import homstyle.protocol.Item;
import homstyle.protocol.RoomDraft;
import homstyle.room.RoomState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server's picture of a room is the client's: both are compared with the same files, here and in the client's
 * {@code picture.golden.test.ts}.
 */
class PlanPictureTest {
    private static final Path PICTURES = Path.of("..", "protocol", "fixtures", "pictures");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Path> pictures() throws IOException {
        try (var files = Files.list(PICTURES)) {
            return files.sorted().toList().stream();
        }
    }

    private static String drawn(JsonNode room) throws IOException {
        var draft = RoomDraft.parse(room.toString());
        var items = new ArrayList<Item>();
        for (var item : room.get("items")) {
            items.add(JSON.treeToValue(item, Item.class));
        }
        return new PlanPicture(Catalogue.load())
                .draw(new RoomState(1, draft.title(), draft.plan(), items, List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    @DisplayName("a room is drawn as its golden file says")
    void golden(Path file) throws IOException {
        var golden = JSON.readTree(file.toFile());
        assertThat(drawn(golden.get("room"))).isEqualTo(golden.get("svg").asText());
    }

    @Test
    @DisplayName("every kind of rug lies under all the rest")
    void rugs() throws IOException {
        var room = """
                {"outline": [[0, 0], [4000, 0], [4000, 4000], [0, 4000]], "items": [
                  {"item": "table", "sku": "HS-ROUND-110", "x": 1, "y": 1, "rotation": 0},
                  {"item": "long", "sku": "HS-RUG-240", "x": 1, "y": 1, "rotation": 0},
                  {"item": "round", "sku": "%s", "x": 1, "y": 1, "rotation": 0}]}""".formatted(roundRug());
        assertThat(drawn(JSON.readTree(room)))
                .containsSubsequence(
                        "<g class=\"rugs\">",
                        "data-item=\"long\"",
                        "data-item=\"round\"",
                        "<g class=\"pieces\">",
                        "data-item=\"table\"");
    }

    private static String roundRug() {
        return Catalogue.load().products().values().stream()
                .filter(product -> product.kind().equals("round-rug"))
                .findFirst()
                .orElseThrow()
                .sku()
                .value();
    }
}
