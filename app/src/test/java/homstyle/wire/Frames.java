package homstyle.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Frames of a client, as text. */
public final class Frames {
    /** A product of the catalogue. */
    public static final String SOFA = "HS-SOFA-220";

    private Frames() {}

    public static String place(String id, String item, int x, int y) {
        return "{\"type\":\"place\",\"id\":\"%s\",\"item\":\"%s\",\"sku\":\"%s\",\"x\":%d,\"y\":%d,\"rotation\":0}"
                .formatted(id, item, SOFA, x, y);
    }

    public static String lock(String id, String... items) {
        return "{\"type\":\"lock\",\"id\":\"%s\",\"items\":%s}".formatted(id, list(items));
    }

    public static String unlock(String id, String... items) {
        return "{\"type\":\"unlock\",\"id\":\"%s\",\"items\":%s}".formatted(id, list(items));
    }

    public static String force(String id, String item) {
        return "{\"type\":\"unlock\",\"id\":\"%s\",\"items\":%s,\"force\":true}".formatted(id, list(item));
    }

    public static String move(String id, String item, int x, int y, long fence) {
        return "{\"type\":\"move\",\"id\":\"%s\",\"item\":\"%s\",\"x\":%d,\"y\":%d,\"rotation\":90,\"fence\":%d}"
                .formatted(id, item, x, y, fence);
    }

    public static String drop(String id, String item, int x, int y, long fence) {
        return move(id, item, x, y, fence).replace("}", ",\"release\":true}");
    }

    /** Releases the piece with it. */
    public static String finish(String id, String item, String finish, long fence) {
        return "{\"type\":\"finish\",\"id\":\"%s\",\"item\":\"%s\",\"finish\":\"%s\",\"fence\":%d,\"release\":true}"
                .formatted(id, item, finish, fence);
    }

    public static String remove(String id, String item, long fence) {
        return "{\"type\":\"remove\",\"id\":\"%s\",\"item\":\"%s\",\"fence\":%d}".formatted(id, item, fence);
    }

    /** @param steps as requests of their own */
    public static String arrange(String id, String... steps) {
        return "{\"type\":\"arrange\",\"id\":\"%s\",\"steps\":[%s],\"release\":true}"
                .formatted(id, String.join(",", steps));
    }

    /** @param drags as frames of their own */
    public static String drags(String... drags) {
        var values = Arrays.stream(drags).map(drag -> drag.replaceAll("\"type\":\"drag\",|\"[a-z]+\":", ""));
        return "{\"type\":\"drags\",\"drags\":%s}"
                .formatted(values.map(drag -> drag.replace('{', '[').replace('}', ']'))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    public static String reshape(String id, int width, long fence) {
        return ("{\"type\":\"reshape\",\"id\":\"%s\",\"outline\":[[0,0],[%d,0],[%d,3000],[0,3000]],\"height\":2400,"
                        + "\"openings\":[],\"fence\":%d}")
                .formatted(id, width, width, fence);
    }

    /** A plan of many corners and openings, about 8 KB. */
    public static String largeReshape(String id, int height, long fence) {
        var corners = IntStream.range(0, 64)
                .mapToObj(i -> Math.TAU * i / 64)
                .map(angle -> "[%d,%d]".formatted(coordinate(Math.cos(angle)), coordinate(Math.sin(angle))))
                .collect(Collectors.joining(","));
        var opening = "{\"kind\":\"passage\",\"wall\":63,\"offset\":900,\"width\":1000,\"height\":1000,\"sill\":500,"
                + "\"hinge\":\"right\",\"swing\":\"out\"}";
        return "{\"type\":\"reshape\",\"id\":\"%s\",\"outline\":[%s],\"height\":%d,\"openings\":[%s],\"fence\":%d}"
                .formatted(id, corners, height, String.join(",", Collections.nCopies(64, opening)), fence);
    }

    private static int coordinate(double of) {
        return (int) (-30_000 + 19_999 * of);
    }

    public static String sketch(int width, long fence) {
        return ("{\"type\":\"sketch\",\"outline\":[[0,0],[%d,0],[%d,3000],[0,3000]],\"height\":2400,"
                        + "\"openings\":[],\"fence\":%d}")
                .formatted(width, width, fence);
    }

    public static String rename(String id, String title) {
        return "{\"type\":\"rename\",\"id\":\"%s\",\"title\":\"%s\"}".formatted(id, title);
    }

    public static String undo(String id) {
        return "{\"type\":\"undo\",\"id\":\"%s\"}".formatted(id);
    }

    public static String redo(String id) {
        return "{\"type\":\"redo\",\"id\":\"%s\"}".formatted(id);
    }

    public static String drag(String item, int x, int y, long fence) {
        return "{\"type\":\"drag\",\"item\":\"%s\",\"x\":%d,\"y\":%d,\"rotation\":45,\"fence\":%d}"
                .formatted(item, x, y, fence);
    }

    public static String cursor(int x, int y) {
        return "{\"type\":\"cursor\",\"x\":%d,\"y\":%d}".formatted(x, y);
    }

    public static String sync(long since) {
        return "{\"type\":\"sync\",\"since\":%d}".formatted(since);
    }

    public static String ping(String id) {
        return "{\"type\":\"ping\",\"id\":\"%s\"}".formatted(id);
    }

    private static String list(String... items) {
        return Arrays.stream(items).map(item -> '"' + item + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
