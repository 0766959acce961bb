package homstyle.protocol;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The example frames beside PROTOCOL.md, read as they are: a new file is tested without being named anywhere. */
final class Fixtures {
    static final Path MODULE = Path.of("").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();

    private Fixtures() {}

    static Map<String, String> client() {
        return texts("client");
    }

    static Map<String, String> server() {
        return texts("server");
    }

    static Map<String, String> refused() {
        return texts("refused");
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + json, broken);
        }
    }

    static ClientFrame decoded(String json) {
        return switch (FrameCodec.decode(json)) {
            case FrameCodec.Decoded.Frame(var frame) -> frame;
            case FrameCodec.Decoded.Refused(var answer) -> throw new AssertionError(answer.message());
        };
    }

    static ServerFrame decodedFromServer(String json) {
        try {
            return FrameCodec.decodeServerFrame(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not a frame: " + json, broken);
        }
    }

    /** The records that a sealed family of frames permits, at any depth. */
    static Set<Class<?>> records(Class<?> family) {
        return leaves(family).collect(Collectors.toSet());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Fixtures::leaves)
                : Stream.of(type);
    }

    private static Map<String, String> texts(String folder) {
        try (var files = Files.list(MODULE.resolve("fixtures").resolve(folder))) {
            return files.collect(toMap(Fixtures::name, Fixtures::text, (one, _) -> one, TreeMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
