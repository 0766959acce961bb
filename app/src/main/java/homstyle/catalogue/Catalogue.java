package homstyle.catalogue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import homstyle.protocol.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All products, as the data file {@code products.json} lists them. */
public final class Catalogue {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] json;
    private final Map<Sku, Product> products;

    private record File(List<Product> products) {}

    private Catalogue(byte[] json) throws IOException {
        this.json = json;
        this.products = JSON.readValue(json, File.class).products().stream()
                .collect(Collectors.toUnmodifiableMap(Product::sku, Function.identity()));
    }

    public static Catalogue load() {
        try (var file = Catalogue.class.getResourceAsStream("/catalogue/products.json")) {
            return new Catalogue(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the catalogue cannot be read", unreadable);
        }
    }

    /** The data file itself, as it is served. */
    public byte[] json() {
        return json.clone();
    }

    public Map<Sku, Product> products() {
        return products;
    }
}
