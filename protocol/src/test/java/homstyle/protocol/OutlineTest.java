package homstyle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final int RANDOM_ROOMS = 2_000;
    private static final int NARROWEST = 2_500;
    private static final int WIDEST = 14_000;

    @Test
    @DisplayName("E2 Rooms as people have them are outlines: L-shaped, slanted, with a bay, with three walls")
    void rooms() {
        accepted(0, 0, 6_400, 0, 6_400, 4_300, 3_000, 4_300, 3_000, 5_600, 0, 5_600);
        accepted(0, 0, 5_000, 0, 4_200, 3_900, 0, 5_000);
        accepted(0, 0, 1_500, 0, 2_000, -700, 3_000, -700, 3_500, 0, 5_000, 0, 5_000, 4_000, 0, 4_000);
        accepted(0, 0, 3_000, 0, 0, 4_000);
        accepted(0, 0, 100, 0, 100, 100, 0, 100);
        accepted(-15_000, -15_000, 15_000, -15_000, 15_000, 15_000, -15_000, 15_000);
    }

    @Test
    @DisplayName("E2 A corner in the middle of a straight wall is allowed")
    void straightCorner() {
        accepted(0, 0, 2_000, 0, 4_000, 0, 4_000, 3_000, 0, 3_000);
        accepted(2_000, 0, 4_000, 0, 4_000, 3_000, 0, 3_000, 0, 0);
    }

    @Test
    @DisplayName("E2 A wall that folds back over the one before is refused, wherever the ring begins")
    void foldedBack() {
        var corners = corners(0, 0, 4_000, 0, 2_000, 0, 2_000, 3_000);
        for (int turns = 0; turns < corners.size(); turns++) {
            refused(corners, "touch");
            Collections.rotate(corners, 1);
        }
        refused(corners(0, 0, 4_000, 0, 2_000, 0), "touch");
    }

    @Test
    @DisplayName("E2 Walls that cross, touch or run over another are refused")
    void touchingWalls() {
        refused(corners(0, 0, 4_000, 5_000, 4_000, 0, 0, 5_000), "touch");
        refused(corners(0, 0, 4_000, 0, 4_000, 4_000, 2_000, 0, 0, 4_000), "touch");
        refused(corners(0, 0, 2_000, 2_000, 4_000, 0, 4_000, 4_000, 2_000, 2_000, 0, 4_000), "touch");
        refused(
                corners(0, 0, 5_000, 0, 5_000, 3_000, 4_000, 3_000, 4_000, 0, 1_000, 0, 1_000, 3_000, 0, 3_000),
                "touch");
    }

    @Test
    @DisplayName("E2 Walls are 100 to 30,000 mm long")
    void wallLengths() {
        refused(corners(0, 0, 4_000, 0, 4_000, 99, 0, 5_000), "the start of a wall of 99 mm");
        refused(corners(0, 0, 30_001, 0, 0, 5_000), "the start of a wall of 30001 mm");
        refused(corners(0, 0, 4_000, 0, 4_000, 0, 0, 5_000), "the start of a wall of 0 mm");
    }

    @Test
    @DisplayName("E2 Random star-shaped rooms are outlines clockwise, and refused counter-clockwise")
    void randomRooms() {
        var random = Seed.random();
        for (int i = 0; i < RANDOM_ROOMS; i++) {
            var corners = room(random, random.nextInt(3, Plan.MOST_CORNERS + 1), NARROWEST);
            assertThatCode(() -> Outline.check(corners))
                    .as("%s, %s", corners, Seed.toRepeat())
                    .doesNotThrowAnyException();
            Collections.reverse(corners);
            refused(corners, "counter-clockwise");
        }
    }

    @Test
    @DisplayName("E2 Random round rooms with two neighbouring corners swapped are bow-ties, and refused")
    void randomBowTies() {
        var random = Seed.random();
        for (int i = 0; i < RANDOM_ROOMS; i++) {
            var corners = room(random, random.nextInt(4, Plan.MOST_CORNERS + 1), WIDEST - 1);
            var swapped = random.nextInt(corners.size());
            Collections.swap(corners, swapped, (swapped + 1) % corners.size());
            refused(corners, "touch");
        }
    }

    /** Corners around a middle, at distances from {@code nearest} to {@link #WIDEST}: each is in sight of the middle. */
    private static List<Corner> room(RandomGenerator random, int size, int nearest) {
        var middle = new Corner(random.nextInt(-80_000, 80_001), random.nextInt(-80_000, 80_001));
        var corners = new ArrayList<Corner>();
        for (int i = 0; i < size; i++) {
            var angle = 2 * Math.PI * (i + random.nextDouble(0.4)) / size;
            var distance = random.nextInt(nearest, WIDEST);
            corners.add(new Corner(
                    middle.x() + (int) Math.round(distance * Math.cos(angle)),
                    middle.y() + (int) Math.round(distance * Math.sin(angle))));
        }
        Collections.rotate(corners, random.nextInt(size));
        return corners;
    }

    private static List<Corner> corners(int... xy) {
        return new ArrayList<>(IntStream.range(0, xy.length / 2)
                .mapToObj(i -> new Corner(xy[2 * i], xy[2 * i + 1]))
                .toList());
    }

    private static void accepted(int... xy) {
        var corners = corners(xy);
        for (int turns = 0; turns < corners.size(); turns++) {
            assertThatCode(() -> Outline.check(corners)).doesNotThrowAnyException();
            Collections.rotate(corners, 1);
        }
    }

    private static void refused(List<Corner> corners, String value) {
        assertThatThrownBy(() -> Outline.check(corners))
                .as("%s, %s", corners, Seed.toRepeat())
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.value()).contains(value));
    }
}
