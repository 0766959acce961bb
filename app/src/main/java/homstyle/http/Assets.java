package homstyle.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.util.ByteString;

/** The client's built files, from the class path: hashed names are good for ever, compressed ones are sent as such. */
final class Assets {
    private static final Pattern SAFE = Pattern.compile("(assets/)?[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final Pattern NEVER = Pattern.compile("q=0(\\.0*)?$");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_AN_HOUR = "public, max-age=3600";
    private static final Map<String, ContentType> TYPES = Map.of(
            "js", ContentTypes.parse("text/javascript; charset=UTF-8"),
            "css", ContentTypes.parse("text/css; charset=UTF-8"),
            "svg", ContentTypes.parse("image/svg+xml"),
            "json", ContentTypes.APPLICATION_JSON,
            "webmanifest", ContentTypes.parse("application/manifest+json"),
            "woff2", ContentTypes.parse("font/woff2"),
            "png", ContentTypes.parse("image/png"),
            "txt", ContentTypes.TEXT_PLAIN_UTF8);

    private final Map<String, ByteString> loaded = new ConcurrentHashMap<>();

    /** @throws HttpProblem 404 when there is no such file */
    HttpResponse serve(String path, HttpRequest request) {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !SAFE.matcher(path).matches()) {
            throw new HttpProblem(StatusCodes.NOT_FOUND, "there is no file %s".formatted(path));
        }
        var accepted = request.getHeader("Accept-Encoding")
                .map(header -> header.value())
                .orElse("");
        var response = HttpResponse.create()
                .addHeader(RawHeader.create("Cache-Control", path.startsWith("assets/") ? FOR_EVER : FOR_AN_HOUR))
                .addHeader(RawHeader.create("Vary", "Accept-Encoding"));
        for (var encoding : Encoding.values()) {
            var bytes = encoding.isIn(accepted) ? file(path + encoding.suffix) : Optional.<ByteString>empty();
            if (bytes.isPresent()) {
                return response.addHeader(RawHeader.create("Content-Encoding", encoding.header))
                        .withEntity(HttpEntities.create(type, bytes.get()));
            }
        }
        return response.withEntity(HttpEntities.create(
                type,
                file(path)
                        .orElseThrow(
                                () -> new HttpProblem(StatusCodes.NOT_FOUND, "there is no file %s".formatted(path)))));
    }

    /** @throws IllegalStateException when the page was not built */
    String page(String name) {
        return file(name)
                .orElseThrow(
                        () -> new IllegalStateException("the client's %s is missing from this build".formatted(name)))
                .utf8String();
    }

    private enum Encoding {
        BROTLI("br", ".br"),
        GZIP("gzip", ".gz");

        final String header;
        final String suffix;

        Encoding(String header, String suffix) {
            this.header = header;
            this.suffix = suffix;
        }

        /** Whether an Accept-Encoding names it, and not with a weight of zero. */
        boolean isIn(String accepted) {
            return Arrays.stream(accepted.split(","))
                    .map(String::strip)
                    .anyMatch(one -> one.equals(header)
                            || one.startsWith(header + ";")
                                    && !NEVER.matcher(one).find());
        }
    }

    private Optional<ByteString> file(String path) {
        return Optional.ofNullable(loaded.computeIfAbsent(path, Assets::read));
    }

    private static ByteString read(String path) {
        try (var file = Assets.class.getResourceAsStream("/web/" + path)) {
            return file == null ? null : ByteString.fromArrayUnsafe(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
