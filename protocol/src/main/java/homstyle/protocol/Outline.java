package homstyle.protocol;

import java.util.List;

/** What makes a ring of corners a room: sides of a sensible length, clockwise, and no wall that crosses another. */
final class Outline {
    private Outline() {}

    static void check(List<Corner> corners) {
        var size = corners.size();
        for (int i = 0; i < size; i++) {
            var length = Math.round(corners.get(i).distanceTo(corners.get((i + 1) % size)));
            if (length < Plan.SHORTEST_SIDE || length > Plan.LONGEST_SIDE) {
                throw new InvalidValue(
                        "outline[" + i + "]", "the start of a wall of " + length + " mm", "walls of 100 to 30,000 mm");
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = i + 1; k < size; k++) {
                if (touch(corners, i, k)) {
                    throw new InvalidValue(
                            "outline",
                            "a ring whose walls " + i + " and " + k + " touch",
                            "walls that meet only where one follows the other");
                }
            }
        }
        if (twiceTheArea(corners) <= 0) {
            throw new InvalidValue(
                    "outline", "counter-clockwise", "corners in clockwise order, y growing to the south");
        }
    }

    /** Positive when clockwise on a plan whose y grows to the south. */
    private static long twiceTheArea(List<Corner> corners) {
        long sum = 0;
        for (int i = 0; i < corners.size(); i++) {
            var a = corners.get(i);
            var b = corners.get((i + 1) % corners.size());
            sum += (long) a.x() * b.y() - (long) b.x() * a.y();
        }
        return sum;
    }

    private static boolean touch(List<Corner> corners, int i, int k) {
        var size = corners.size();
        var a = corners.get(i);
        var b = corners.get((i + 1) % size);
        var c = corners.get(k);
        var d = corners.get((k + 1) % size);
        if ((i + 1) % size == k) {
            return turn(a, b, d) == 0 && foldsBack(a, b, d);
        }
        if ((k + 1) % size == i) {
            return turn(c, d, b) == 0 && foldsBack(c, d, b);
        }
        return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0 && boxesMeet(a, b, c, d);
    }

    /** Whether a wall from {@code corner} to {@code to} runs back over the one that came from {@code from}. */
    private static boolean foldsBack(Corner from, Corner corner, Corner to) {
        return (long) (corner.x() - from.x()) * (to.x() - corner.x())
                        + (long) (corner.y() - from.y()) * (to.y() - corner.y())
                < 0;
    }

    private static int turn(Corner a, Corner b, Corner c) {
        return Long.signum((long) (b.x() - a.x()) * (c.y() - a.y()) - (long) (b.y() - a.y()) * (c.x() - a.x()));
    }

    private static boolean boxesMeet(Corner a, Corner b, Corner c, Corner d) {
        return Math.max(Math.min(a.x(), b.x()), Math.min(c.x(), d.x()))
                        <= Math.min(Math.max(a.x(), b.x()), Math.max(c.x(), d.x()))
                && Math.max(Math.min(a.y(), b.y()), Math.min(c.y(), d.y()))
                        <= Math.min(Math.max(a.y(), b.y()), Math.max(c.y(), d.y()));
    }
}
