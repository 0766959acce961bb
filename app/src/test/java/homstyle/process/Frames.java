package homstyle.process;

/** What clients send, as JSON. */
final class Frames {
    private Frames() {}

    static String place(String id, String item, String sku, int x, int y) {
        return """
                {"type":"place","id":"%s","item":"%s","sku":"%s","x":%d,"y":%d,"rotation":0}""".formatted(id, item, sku, x, y);
    }

    static String lock(String id, String item) {
        return """
                {"type":"lock","id":"%s","items":["%s"]}""".formatted(id, item);
    }

    static String move(String id, String item, int x, int y, int rotation, long fence, boolean release) {
        return """
                {"type":"move","id":"%s","item":"%s","x":%d,"y":%d,"rotation":%d,"fence":%d,"release":%b}""".formatted(id, item, x, y, rotation, fence, release);
    }

    static String move(String id, String item, int x, int y, long fence) {
        return move(id, item, x, y, 0, fence, false);
    }

    static String arrange(String id, String... steps) {
        return """
                {"type":"arrange","id":"%s","steps":[%s]}""".formatted(id, String.join(",", steps));
    }

    static String cursor(int x, int y) {
        return """
                {"type":"cursor","x":%d,"y":%d}""".formatted(x, y);
    }

    static String rename(String id, String title) {
        return """
                {"type":"rename","id":"%s","title":"%s"}""".formatted(id, title);
    }
}
