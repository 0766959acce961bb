package homstyle.http;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.Host;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/**
 * Which hosts this server answers to and which pages may talk to it (C5). A name that is not known here is refused, so
 * that no foreign page can reach a server on this machine by a name of its own (DNS rebinding); addresses are fine.
 */
final class Hosts {
    /** What pages of configured origins send beyond what browsers let every page send. */
    private static final List<HttpHeader> ALLOWED = List.of(
            RawHeader.create("Access-Control-Allow-Methods", "GET, POST"),
            RawHeader.create("Access-Control-Allow-Headers", "Authorization, Content-Type"),
            RawHeader.create("Access-Control-Max-Age", "3600"));

    private final Set<String> names = new HashSet<>(Set.of("localhost"));
    private final Set<String> origins;

    /**
     * @param bound the address or name the server listens on
     * @param origins pages of other origins that may use the server: {@code https://shop.example}
     */
    Hosts(String bound, List<String> origins) {
        names.add(bound.toLowerCase(Locale.ROOT));
        origins.forEach(origin -> names.add(URI.create(origin).getHost().toLowerCase(Locale.ROOT)));
        this.origins = Set.copyOf(origins);
    }

    /** @throws HttpProblem 400 when the request is for a host that is not this server's */
    void checkHost(HttpRequest request) {
        var host = request.getHeader(Host.class).map(Host::host);
        if (host.isPresent() && !host.get().isIPv4() && !host.get().isIPv6()) {
            var name = host.get().address().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !names.contains(name)) {
                throw new HttpProblem(
                        StatusCodes.BAD_REQUEST,
                        "the host is \"%s\", expected one of %s or an address; HOMSTYLE_ORIGINS adds others"
                                .formatted(name, names));
            }
        }
    }

    /** @throws HttpProblem 403 when a page of another origin sent the request */
    void checkOrigin(HttpRequest request) {
        var origin = origin(request);
        if (origin.isPresent() && !origins.contains(origin.get()) && !isOwn(origin.get(), request)) {
            throw new HttpProblem(
                    StatusCodes.FORBIDDEN, "the origin \"%s\" may not use this server".formatted(origin.get()));
        }
    }

    /** Whether a browser asks what a page of a configured origin may send, before it lets it. */
    boolean isPreflight(HttpRequest request) {
        return request.method().equals(HttpMethods.OPTIONS)
                && origin(request).filter(origins::contains).isPresent();
    }

    HttpResponse preflight() {
        return HttpResponse.create().withStatus(StatusCodes.NO_CONTENT).addHeaders(ALLOWED);
    }

    /** Browsers show pages of other origins an answer only where it names them (CORS). */
    HttpResponse readable(HttpRequest request, HttpResponse answer) {
        return origin(request)
                .filter(origins::contains)
                .map(origin -> answer.addHeader(RawHeader.create("Access-Control-Allow-Origin", origin))
                        .addHeader(RawHeader.create("Vary", "Origin")))
                .orElse(answer);
    }

    private static Optional<String> origin(HttpRequest request) {
        return request.getHeader("Origin").map(header -> header.value());
    }

    private static boolean isOwn(String origin, HttpRequest request) {
        var host = request.getHeader("Host").map(header -> header.value()).orElse("");
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
