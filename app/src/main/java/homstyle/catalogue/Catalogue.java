package homstyle.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.protocol.FinishId;
import homstyle.protocol.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All products, as the data file {@code products.json} lists them. */
public final class Catalogue {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final byte[] json;
    private final Map<Sku, Product> products;

    private record File(List<JsonNode> products) {}

    private Catalogue(byte[] json, Map<Sku, Product> products) {
        this.json = json;
        this.products = products;
    }

    public static Catalogue load() {
        try (var file = Catalogue.class.getResourceAsStream("/catalogue/products.json")) {
            return parse(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the catalogue cannot be read", unreadable);
        }
    }

    /** @throws IllegalArgumentException naming the product, the field, the value and what was expected */
    static Catalogue parse(byte[] json) {
        try {
            var listed = JSON.readValue(json, File.class).products();
            var products = new LinkedHashMap<Sku, Product>();
            for (var entry : Facts.atLeastOne("products", listed)) {
                var product = product(entry, products.size() + 1);
                if (products.put(product.sku(), product) != null) {
                    throw new InvalidFact("sku", product.sku(), "each only once in products.json");
                }
            }
            return new Catalogue(json.clone(), Map.copyOf(products));
        } catch (IOException notJson) {
            throw new IllegalArgumentException("products.json is no catalogue: " + reason(notJson), notJson);
        }
    }

    private static Product product(JsonNode entry, int number) {
        try {
            return JSON.treeToValue(entry, Product.class);
        } catch (JacksonException invalid) {
            var sku = entry.path("sku").asText("without a sku");
            throw new IllegalArgumentException(
                    "products.json, product %d, %s: %s".formatted(number, sku, reason(invalid)), invalid);
        }
    }

    private static String reason(IOException failure) {
        if (failure.getCause() instanceof InvalidFact fact) {
            return fact.getMessage();
        }
        return failure instanceof JacksonException json ? json.getOriginalMessage() : failure.getMessage();
    }

    /** The data file itself, as it is served. */
    public byte[] json() {
        return json.clone();
    }

    public Map<Sku, Product> products() {
        return products;
    }

    /** What each product can be had in, the main one first. */
    public Map<Sku, List<FinishId>> finishes() {
        return products.values().stream()
                .collect(Collectors.toMap(
                        Product::sku,
                        product -> product.finishes().stream()
                                .map(Product.Finish::id)
                                .toList()));
    }
}
