package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final double READABLE = 4.5;

    /** The first dozen, as one after the other comes into a room. */
    private static LinkedHashSet<String> dozen() {
        var used = new HashMap<String, Integer>();
        var colors = new LinkedHashSet<String>();
        for (int i = 0; i < 12; i++) {
            var color = Palette.leastUsed(used);
            used.merge(color, 1, Integer::sum);
            colors.add(color);
        }
        return colors;
    }

    @Test
    void twelvePeopleHaveTwelveColours() {
        assertThat(dozen()).hasSize(12);
    }

    @Test
    void theLeastUsedColourIsGiven() {
        var used = new HashMap<String, Integer>();
        dozen().forEach(color -> used.put(color, 2));
        var rare = dozen().getLast();
        used.put(rare, 1);
        assertThat(Palette.leastUsed(used)).isEqualTo(rare);
        assertThat(Palette.leastUsed(Map.of())).isEqualTo(dozen().getFirst());
    }

    @Test
    void whiteTextIsReadableOnEach() {
        assertThat(dozen())
                .allSatisfy(color -> assertThat(contrastToWhite(color)).isGreaterThanOrEqualTo(READABLE));
    }

    /** The contrast ratio as the Web Content Accessibility Guidelines define it. */
    private static double contrastToWhite(String color) {
        var rgb = Integer.parseInt(color.substring(1), 16);
        var luminance = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        var value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
