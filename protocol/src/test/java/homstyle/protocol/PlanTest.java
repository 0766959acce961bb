package homstyle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final List<Corner> SQUARE =
            Plan.rectangle(4_000, 4_000, 2_500).outline();

    @Test
    @DisplayName("R1 The default plan is 4,000 × 5,000 × 2,500 with one door and one window")
    void defaultPlan() {
        assertThat(Plan.DEFAULT.outline())
                .containsExactly(
                        new Corner(0, 0), new Corner(4_000, 0), new Corner(4_000, 5_000), new Corner(0, 5_000));
        assertThat(Plan.DEFAULT.height()).isEqualTo(2_500);
        assertThat(Plan.DEFAULT.openings())
                .extracting(Opening::kind)
                .containsExactly(Opening.Kind.WINDOW, Opening.Kind.DOOR);
    }

    @ParameterizedTest
    @CsvSource({"100,100,1500", "1599,100,1500", "1600,100,1500", "2000,2000,1501", "30000,30000,10000"})
    @DisplayName("A rectangle of any allowed size is a plan, with openings as far as they fit")
    void rectangles(int width, int depth, int height) {
        assertThat(Plan.rectangle(width, depth, height).openings()).hasSize(width < 1_600 ? 0 : 2);
    }

    @Test
    @DisplayName("E6 A plan has at most 64 openings")
    void openings() {
        var window = opening(0, 0, 100, 100, 0);
        assertThat(plan(Collections.nCopies(64, window)).openings()).hasSize(64);
        refused(Collections.nCopies(65, window), "openings");
    }

    @Test
    @DisplayName("E2 An opening stays within its wall, from end to end and from floor to ceiling")
    void openingStaysWithinItsWall() {
        assertThat(plan(List.of(opening(3, 3_100, 900, 2_000, 500))).openings()).hasSize(1);
        assertThat(plan(List.of(opening(3, 0, 4_000, 2_500, 0))).openings()).hasSize(1);
        refused(List.of(opening(3, 3_101, 900, 2_000, 500)), "openings[0].offset + width");
        refused(List.of(opening(0, 0, 900, 2_000, 0), opening(3, 0, 900, 2_000, 501)), "openings[1].sill + height");
        refused(List.of(opening(4, 0, 900, 2_000, 0)), "openings[0].wall");
    }

    @Test
    @DisplayName("Hinge and swing may be left out: left, and into the room")
    void hingeAndSwing() {
        var door = new Opening(Opening.Kind.DOOR, 0, 0, 900, 2_000, 0, null, null);
        assertThat(door.hinge()).isEqualTo(Opening.Hinge.LEFT);
        assertThat(door.swing()).isEqualTo(Opening.Swing.IN);
    }

    @ParameterizedTest
    @CsvSource({"1499", "10001", "0", "-2500"})
    @DisplayName("E2 A ceiling is 1,500 to 10,000 mm high")
    void height(int height) {
        assertThatThrownBy(() -> new Plan(SQUARE, height, List.of()))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("height"));
    }

    private static Opening opening(int wall, int offset, int width, int height, int sill) {
        return new Opening(Opening.Kind.WINDOW, wall, offset, width, height, sill, null, null);
    }

    private static Plan plan(List<Opening> openings) {
        return new Plan(SQUARE, 2_500, openings);
    }

    private static void refused(List<Opening> openings, String field) {
        assertThatThrownBy(() -> plan(openings))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
