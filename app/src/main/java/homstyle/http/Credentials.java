package homstyle.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.ws.WebSocketUpgrade;

/**
 * What a caller shows: with a socket in the offered subprotocols, which is the only header a browser lets a page set
 * there (C3), else as a bearer token.
 *
 * @param subprotocol the one to answer with; empty when none was offered
 */
record Credentials(Optional<String> token, Optional<String> resumeKey, Optional<String> subprotocol) {
    private static final String SUBPROTOCOL = "homstyle.room.v1";
    private static final String TOKEN = "homstyle.token.";
    private static final String RESUME = "homstyle.resume.";
    private static final String BEARER = "Bearer ";

    /** @throws HttpProblem 400 when subprotocols are offered, but not this one (C2) */
    static Credentials of(WebSocketUpgrade upgrade) {
        var offered = StreamSupport.stream(upgrade.getRequestedProtocols().spliterator(), false)
                .toList();
        if (!offered.isEmpty() && !offered.contains(SUBPROTOCOL)) {
            throw new HttpProblem(
                    StatusCodes.BAD_REQUEST,
                    "no subprotocol is known here, expected %s among them".formatted(SUBPROTOCOL));
        }
        return new Credentials(
                after(TOKEN, offered),
                after(RESUME, offered),
                offered.isEmpty() ? Optional.empty() : Optional.of(SUBPROTOCOL));
    }

    static Optional<String> bearer(HttpRequest request) {
        return request.getHeader("Authorization")
                .map(header -> header.value())
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
    }

    private static Optional<String> after(String prefix, List<String> offered) {
        return offered.stream()
                .filter(protocol -> protocol.startsWith(prefix))
                .map(protocol -> protocol.substring(prefix.length()))
                .findFirst();
    }
}
