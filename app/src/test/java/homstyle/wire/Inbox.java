package homstyle.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Every frame that a client was sent, in order, and a place in it from which the test reads on. */
final class Inbox {
    /** Far longer than anything takes, so that a busy machine fails no test. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int SHOWN = 12;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> frames = new ArrayList<>();
    private int read;
    private String end;

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("the server sent what is not JSON: " + text, notJson);
        }
    }

    synchronized void add(JsonNode frame) {
        frames.add(frame);
        notifyAll();
    }

    /** @param how the close code, or what broke */
    synchronized void end(String how) {
        end = end == null ? how : end;
        notifyAll();
    }

    synchronized List<JsonNode> all() {
        return List.copyOf(frames);
    }

    synchronized boolean hasEnded() {
        return end != null;
    }

    /** How the connection ended, as soon as it has. */
    synchronized String awaitEnd() {
        return await("end of the connection", () -> end);
    }

    /** The next frame of that kind that was not read yet; those before it count as read. */
    synchronized JsonNode next(String what, Predicate<JsonNode> wanted) {
        return await(what, () -> {
            while (read < frames.size()) {
                var frame = frames.get(read++);
                if (wanted.test(frame)) {
                    return frame;
                }
            }
            return null;
        });
    }

    /** The first frame of that kind, read or not. */
    synchronized JsonNode first(String what, Predicate<JsonNode> wanted) {
        var seen = new int[1];
        return await(what, () -> {
            while (seen[0] < frames.size()) {
                var frame = frames.get(seen[0]++);
                if (wanted.test(frame)) {
                    return frame;
                }
            }
            return null;
        });
    }

    /** Returns when the frames so far are as wanted. */
    synchronized void until(String what, Predicate<List<JsonNode>> wanted) {
        await(what, () -> wanted.test(frames) ? frames : null);
    }

    private <T> T await(String what, Supplier<T> found) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var result = found.get(); ; result = found.get()) {
            if (result != null) {
                return result;
            }
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || end != null) {
                throw new AssertionError("no %s came; the connection %s; the last frames are%n%s"
                        .formatted(what, end == null ? "is open" : "ended: " + end, tail()));
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                throw new AssertionError("interrupted while waiting for " + what, interrupted);
            }
        }
    }

    private String tail() {
        return frames.stream()
                .skip(Math.max(0, frames.size() - SHOWN))
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"));
    }
}
