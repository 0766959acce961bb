package homstyle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FrameFuzzTest {
    private static final int CASES = 10_000;
    private static final List<String> SAMPLES = Stream.concat(
                    Fixtures.client().values().stream(),
                    Fixtures.refused().values().stream()
                            .map(json -> Fixtures.tree(json).get("text").textValue()))
            .toList();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e999",
            "-0",
            "2147483648",
            "9223372036854775808",
            "1".repeat(400),
            "\"\"",
            "\"plan\"",
            "\"\\u0000\"",
            "\"\\ud83e\"",
            "[]",
            "{}",
            "[[0,0]]",
            "[null]");

    @Test
    @DisplayName("E2 Whatever bytes arrive, they are a frame or are answered")
    void anyBytes() {
        var random = Seed.random();
        for (int i = 0; i < CASES; i++) {
            var bytes = random.nextBoolean() ? noise(random) : damaged(random, sample(random));
            answersOrReads(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Test
    @DisplayName("E2 Whatever values a frame holds, it is a frame or is answered")
    void anyValues() {
        var random = Seed.random();
        var frames = Fixtures.client().values().stream().map(Fixtures::tree).toList();
        for (int i = 0; i < CASES; i++) {
            JsonNode frame = frames.get(random.nextInt(frames.size())).deepCopy();
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                change(random, frame);
            }
            answersOrReads(frame.toString());
        }
    }

    private static void answersOrReads(String text) {
        try {
            switch (FrameCodec.decode(text)) {
                case FrameCodec.Decoded.Frame(var frame) -> assertThat(frame).isNotNull();
                case FrameCodec.Decoded.Refused(var answer) -> {
                    var json = FrameCodec.encode(answer);
                    assertThat(FrameCodec.decodeServerFrame(json)).isEqualTo(answer);
                    assertThat(json)
                            .isEqualTo(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
                }
            }
        } catch (Exception | AssertionError broken) {
            fail("%s; %s".formatted(text, Seed.toRepeat()), broken);
        }
    }

    private static byte[] sample(RandomGenerator random) {
        return SAMPLES.get(random.nextInt(SAMPLES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(RandomGenerator random) {
        var bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Some bytes overwritten, and a piece left out or sent twice. */
    private static byte[] damaged(RandomGenerator random, byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        var until = random.nextInt(bytes.length + 1);
        var again = random.nextInt(bytes.length + 1);
        var damaged = new byte[until + bytes.length - again];
        System.arraycopy(bytes, 0, damaged, 0, until);
        System.arraycopy(bytes, again, damaged, until, bytes.length - again);
        return damaged;
    }

    /** Replaces or leaves out one value, at any depth. */
    private static void change(RandomGenerator random, JsonNode frame) {
        var inner = new ArrayList<JsonNode>();
        collect(frame, inner);
        var value = Fixtures.tree(VALUES.get(random.nextInt(VALUES.size())));
        switch (inner.get(random.nextInt(inner.size()))) {
            case ArrayNode array when array.isEmpty() -> array.add(value);
            case ArrayNode array when random.nextBoolean() -> array.remove(random.nextInt(array.size()));
            case ArrayNode array -> array.set(random.nextInt(array.size()), value);
            case ObjectNode object when object.isEmpty() -> object.set("type", value);
            case ObjectNode object -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                var name = names.get(random.nextInt(names.size()));
                if (random.nextInt(4) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, value);
                }
            }
            default -> throw new AssertionError("only arrays and objects are collected");
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
