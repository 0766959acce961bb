package homstyle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homstyle.protocol.FinishId;
import homstyle.protocol.Sku;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String STOOL = """
            {"sku": "HS-STOOL-1", "name": "Pall", "kind": "stool", "width": 400, "depth": 400, "height": 450,
             "price": {"amount": 100, "currency": "SEK"}, "color": "#dcc39c",
             "finishes": [{"id": "birch", "name": "Birch", "color": "#dcc39c"}, {"id": "oak", "name": "Oak", "color": "#c9a06c"}],
             "description": "A stool.",
             "packages": [{"width": 420, "depth": 420, "height": 470, "weight": 4000, "legs": true}],
             "legs": {"height": 400, "removable": true}, "outline": "round", "stands": "top"}""";

    private static Catalogue parsed(String products) {
        return Catalogue.parse("{\"products\": [%s]}".formatted(products).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("the catalogue has all that a product can say")
    void reads() {
        var stool = parsed(STOOL).products().get(new Sku("HS-STOOL-1"));
        assertThat(stool.packages()).containsExactly(new Product.Package(420, 420, 470, 4000, true));
        assertThat(stool.legs()).isEqualTo(new Product.Legs(400, true));
        assertThat(stool.outline()).isEqualTo(new Outline.Round());
        assertThat(stool.stands()).isEqualTo(Product.Stands.TOP);
        assertThat(stool.top()).isFalse();
        assertThat(stool.clearances()).isNull();
    }

    @Test
    @DisplayName("F1: a product looks as the finish it is in; as its first in one that it does not have (any more)")
    void looks() {
        var catalogue = parsed(STOOL);
        var stool = catalogue.products().get(new Sku("HS-STOOL-1"));
        assertThat(catalogue.finishes().get(stool.sku())).containsExactly(new FinishId("birch"), new FinishId("oak"));
        assertThat(stool.color(new FinishId("oak"))).isEqualTo("#c9a06c");
        assertThat(stool.color(new FinishId("walnut"))).isEqualTo("#dcc39c");
        assertThat(stool.color(null)).isEqualTo("#dcc39c");
    }

    @Test
    @DisplayName("the catalogue that comes with the service can be read and is large enough to furnish a home")
    void ships() {
        var catalogue = Catalogue.load();
        assertThat(catalogue.products()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(catalogue.products().get(new Sku("HS-CORNER-270")).outline())
                .isInstanceOfSatisfying(
                        Outline.Parts.class,
                        outline -> assertThat(outline.parts()).hasSize(2));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    width       | 0                        | width is 0, expected a whole number from 1 to 10000
                    width       | 1.5                      | (1.5)
                    depth       | "400"                    | "400"
                    name        | ""                       | name is , expected 1 to 40 characters
                    color       | "red"                    | color is red, expected text like #[0-9a-f]{6}
                    color       | "#000000"                | color is #000000, expected that of the first finish, #dcc39c
                    packages    | []                       | packages is [], expected at least one
                    packages    | [{"width": 1, "depth": 1, "height": 1, "weight": 0}] | packages.weight is 0, expected a whole number from 1 to 500000
                    finishes    | null                     | finishes is null, expected at least one
                    finishes    | [{"name": "Birch", "color": "#dcc39c"}] | finishes.id is null, expected a value
                    finishes    | [{"id": "Birch", "name": "Birch", "color": "#dcc39c"}] | finish is Birch, expected 1 to 32 of a-z, 0-9 and -
                    finishes    | [{"id": "a", "name": "A", "color": "#dcc39c"}, {"id": "a", "name": "B", "color": "#dcc39c"}] | finishes.id is [a, a], expected each only once
                    outline     | "square"                 | outline is "square", expected "round" or a list of rectangles
                    outline     | [[0, 0, 0, 5]]           | outline is [0,0,0,5], expected [left, back, right, front] in whole mm, left < right, back < front
                    stands      | "there"                  | "there"
                    clearances  | {"front": -1}            | clearances.front is -1, expected a whole number from 1 to 10000
                    sku         | "HS STOOL"               | sku is HS STOOL
                    wdith       | 400                      | Unrecognized field "wdith"
                    """)
    @DisplayName("what no product can have is refused, naming the product, the value and what was expected")
    void refuses(String field, String value, String message) throws IOException {
        var stool = (ObjectNode) JSON.readTree(STOOL);
        stool.set(field, JSON.readTree(value));
        assertThatThrownBy(() -> parsed(stool.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("products.json, product 1, HS")
                .hasMessageContaining(message);
    }

    @Test
    @DisplayName("a size that is not given is refused")
    void missing() throws IOException {
        var stool = (ObjectNode) JSON.readTree(STOOL);
        stool.remove("height");
        assertThatThrownBy(() -> parsed(stool.toString())).hasMessageContaining("height");
    }

    @Test
    @DisplayName("a sku names one product")
    void twice() {
        assertThatThrownBy(() -> parsed(STOOL + "," + STOOL))
                .hasMessage("sku is HS-STOOL-1, expected each only once in products.json");
    }

    @Test
    @DisplayName("a file that is no catalogue is refused")
    void noCatalogue() {
        assertThatThrownBy(() -> Catalogue.parse("{\"products\": [".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("products.json is no catalogue: ");
        assertThatThrownBy(() -> parsed("")).hasMessage("products is [], expected at least one");
    }
}
