package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import homstyle.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators set wrongly is named, with its value and what was expected; the rest of it in processes of its own. */
class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "port, 70000, a whole number from 0 to 65535",
        "port, -1, a whole number from 0 to 65535",
        "port, abc, a whole number from 0 to 65535",
        "port, '', a whole number from 0 to 65535",
        "host, ' ', an address or a name of this machine",
        "data, '', a folder",
        "cluster-bind-port, 0, a whole number from 1 to 65535",
        "access, nonsense, open or signed",
        "access, '', open or signed",
        "lock-lease, soon, a time such as 30s or 500ms",
        "lock-grace, -1s, a time such as 30s or 500ms",
        "motion-tick, 0, a time such as 30s or 500ms",
        "open-to-network, why, true or false",
        "origins, shop, 'origins such as https://shop.example, separated by commas'",
        "origins, https://shop.example/cart, 'origins such as https://shop.example, separated by commas'",
        "origins, https://10.0.0.300, 'origins such as https://shop.example, separated by commas'",
        "origins, https://a.example:80:90, 'origins such as https://shop.example, separated by commas'",
        "origins, https://shop.example:99999, 'origins such as https://shop.example, separated by commas'",
        "origins, https://-shop.example, 'origins such as https://shop.example, separated by commas'",
        "limits.clients, 0, a whole number from 1 to 1000000",
    })
    void nonsense(String key, String value, String expected) {
        assertThatThrownBy(() -> with(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%s is \"%s\", expected %s".formatted(key, value, expected));
    }

    @Test
    void originsAreSeparatedByCommas() {
        assertThat(with("origins", "https://shop.example, http://localhost:3000,")
                        .address()
                        .origins())
                .containsExactly("https://shop.example", "http://localhost:3000");
    }

    @ParameterizedTest
    @CsvSource({
        "https://Shop.Example, https://shop.example",
        "HTTPS://shop.example:443, https://shop.example",
        "http://shop.example:80, http://shop.example",
        "http://shop.example:443, http://shop.example:443",
        "https://shop.example:, https://shop.example",
        "http://[::1]:3000, http://[::1]:3000",
    })
    void originsAreKeptAsBrowsersSayThem(String origin, String said) {
        assertThat(with("origins", origin).address().origins()).containsExactly(said);
    }

    private static Settings with(String key, String value) {
        return Settings.of(ConfigFactory.parseMap(Map.of("homstyle." + key, value))
                .withFallback(ConfigFactory.parseResources("application.conf"))
                .resolve());
    }
}
