package homstyle.http;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.wire.Frames;
import homstyle.wire.RunningServer;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages and the files of the built client. */
class PagesTest {
    private static final Pattern ASSET = Pattern.compile("/assets/[A-Za-z0-9_.-]+\\.(?:js|css)");

    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    private static String page(String path) {
        return server.http().get(path).text();
    }

    private static List<String> assets(String page) {
        return ASSET.matcher(page)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("pages come with a content security policy and are never kept without asking")
    void headers() {
        for (var path : new String[] {"/", "/rooms/pages-headers"}) {
            var answer = server.http().get(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html; charset=UTF-8");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    @DisplayName("the designer's page holds the room's title, the build and the plan as it is now")
    void designer() {
        try (var client = server.join("pages-designer")) {
            client.ask(Frames.place("p", "red-sofa", 1_234, 2_345));
            client.ask(Frames.rename("r", "Sommarhus på Öland"));
            var page = page("/rooms/pages-designer");
            assertThat(page)
                    .contains("<title>Sommarhus på Öland · HÖMSTYLE Rooms</title>")
                    .contains("<svg class=\"plan\"")
                    .contains("data-item=\"red-sofa\"", "translate(1234 2345)")
                    .contains("content=\"" + client.version() + "\"")
                    .doesNotContain("__TITLE__", "__VERSION__", "<!--picture-->");
        }
    }

    @Test
    @DisplayName("a title can put nothing into the page but text")
    void titleIsText() {
        try (var client = server.join("pages-xss")) {
            client.ask(Frames.rename("r", "</title><script>alert('x')</script>&\\\" <!--picture--> __VERSION__"));
            var page = page("/rooms/pages-xss");
            assertThat(page)
                    .contains("&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;")
                    .doesNotContain("<script>alert");
            assertThat(page.split("<svg class=\"plan\"", -1)).hasSize(2);
        }
    }

    @Test
    @DisplayName("hashed files are good for ever and come as br, as gzip or as they are")
    void assets() throws Exception {
        var files = assets(page("/rooms/pages-assets"));
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        for (var file : files) {
            assertThat(file).matches(".*-[A-Za-z0-9_-]{6,}\\.(js|css)");
            var plain = server.http().get(file);
            assertThat(plain.status()).isEqualTo(200);
            assertThat(plain.header("Content-Type")).startsWith(file.endsWith(".js") ? "text/javascript" : "text/css");
            assertThat(plain.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(plain.header("Content-Encoding")).isEmpty();

            var brotli = server.http().get(file, "Accept-Encoding", "gzip, deflate, br");
            assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
            assertThat(brotli.response().body().length)
                    .isLessThan(plain.response().body().length);

            var gzip = server.http().get(file, "Accept-Encoding", "gzip");
            assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(new GZIPInputStream(
                                    new ByteArrayInputStream(gzip.response().body()))
                            .readAllBytes())
                    .isEqualTo(plain.response().body());

            var refused = server.http().get(file, "Accept-Encoding", "br;q=0, gzip;q=0");
            assertThat(refused.header("Content-Encoding")).isEmpty();
        }
    }

    @Test
    @DisplayName("files without a hash are kept for an hour")
    void plainFiles() {
        var icon = server.http().get("/favicon.svg");
        assertThat(icon.status()).isEqualTo(200);
        assertThat(icon.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(icon.header("Cache-Control")).isEqualTo("public, max-age=3600");
    }
}
