package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The room itself: its floor's inner outline, its ceiling and the openings in its walls (section 8 of the protocol).
 *
 * @param outline the inner corners, clockwise as seen from above (y grows to the south); 3 to 64, a simple polygon
 * @param height the ceiling, in millimetres
 * @param obstacles what stands in it for good, also where that is outside the walls
 */
public record Plan(
        List<Corner> outline,
        int height,
        List<Opening> openings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Obstacle> obstacles) {
    static final int MOST_CORNERS = 64;
    static final int SHORTEST_SIDE = 100;
    static final int LONGEST_SIDE = 30_000;
    static final int LOWEST = 1_500;
    static final int HIGHEST = 10_000;
    private static final int MOST_OPENINGS = 64;
    private static final int MOST_OBSTACLES = 32;
    static final int DEFAULT_WIDTH = 4_000;
    static final int DEFAULT_DEPTH = 5_000;
    private static final int DEFAULT_HEIGHT = 2_500;

    /** The plan of a room that nobody has shaped: 4 × 5 m, with a window to the north and a door to the south. */
    public static final Plan DEFAULT = rectangle(DEFAULT_WIDTH, DEFAULT_DEPTH, DEFAULT_HEIGHT);

    public Plan {
        outline = List.copyOf(outline);
        openings = List.copyOf(openings);
        obstacles = obstacles == null ? List.of() : List.copyOf(obstacles);
        Check.count("outline", outline, "corners", 3, MOST_CORNERS);
        Check.range("height", height, LOWEST, HIGHEST);
        Check.count("openings", openings, "openings", 0, MOST_OPENINGS);
        Check.count("obstacles", obstacles, "obstacles", 0, MOST_OBSTACLES);
        Outline.check(outline);
        for (int i = 0; i < openings.size(); i++) {
            fits(i, openings.get(i), outline, height);
        }
    }

    /** With nothing in the way. */
    public Plan(List<Corner> outline, int height, List<Opening> openings) {
        this(outline, height, openings, List.of());
    }

    public Plan with(List<Obstacle> others) {
        return new Plan(outline, height, openings, others);
    }

    /** A rectangular room with a window in its north wall and a door in its south wall, as far as they fit. */
    public static Plan rectangle(int width, int depth, int height) {
        var corners = List.of(new Corner(0, 0), new Corner(width, 0), new Corner(width, depth), new Corner(0, depth));
        return new Plan(corners, height, width < 1_600 ? List.of() : openings(width, height));
    }

    private static List<Opening> openings(int width, int height) {
        var window = Math.min(1_600, width - 1_000);
        return List.of(
                new Opening(
                        Opening.Kind.WINDOW,
                        0,
                        (width - window) / 2,
                        window,
                        Math.min(1_200, height - 1_000),
                        900,
                        Opening.Hinge.LEFT,
                        Opening.Swing.IN),
                new Opening(
                        Opening.Kind.DOOR,
                        2,
                        400,
                        900,
                        Math.min(2_050, height - 100),
                        0,
                        Opening.Hinge.LEFT,
                        Opening.Swing.IN));
    }

    private static void fits(int index, Opening opening, List<Corner> outline, int height) {
        var field = "openings[" + index + "].";
        Check.range(field + "wall", opening.wall(), 0, outline.size() - 1L);
        var from = outline.get(opening.wall());
        var length = (long) from.distanceTo(outline.get((opening.wall() + 1) % outline.size()));
        Check.range(field + "offset + width", (long) opening.offset() + opening.width(), 0, length);
        Check.range(field + "sill + height", (long) opening.sill() + opening.height(), 0, height);
    }
}
