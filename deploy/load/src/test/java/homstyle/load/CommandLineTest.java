package homstyle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CommandLineTest {
    private static final int CANNOT_RUN = 1;
    private static final int USAGE = 2;

    private final StringWriter errors = new StringWriter();

    @Test
    void wrongOptionsNameValueAndExpectation() {
        refused("\"fly\", expected idle, wake, editing, storm", "fly");
        refused("--tabs is \"0\", expected 1 to", "--tabs", "0");
        refused("--rooms is \"6\", expected 1 to the number of tabs, 5", "--tabs", "5", "--rooms", "6");
        refused("\"5x\", expected a time such as", "--duration", "5x");
        refused("--url is \"localhost\", expected an address such as http://", "--url", "localhost");
        refused("--url is \"ftp://a\", expected an address such as http://", "--url", "ftp://a");
        refused("--rounds is given for idle, expected with wake", "--rounds", "3");
        refused("--duration is given for storm, expected with idle, editing", "storm", "--duration", "3s");
    }

    @Test
    void anAddressWhereNothingListensIsTold() throws IOException {
        var url = "http://127.0.0.1:" + freePort();
        assertThat(execute("--url", url)).isEqualTo(CANNOT_RUN);
        assertThat(errors.toString()).contains("nothing listens at " + url, "./homstyle serve");
    }

    @Test
    void anotherKindOfServerIsTold() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            assertThat(execute("--url", address(server))).isEqualTo(CANNOT_RUN);
            assertThat(errors.toString())
                    .contains(address(server) + " is no HÖMSTYLE server: GET /api/catalogue answered 404");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        assertThat(Times.parse("2.5ms")).isEqualTo(Duration.ofNanos(2_500_000));
        assertThat(Times.parse("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Times.parse("15m")).isEqualTo(Duration.ofMinutes(15));
        assertThatThrownBy(() -> Times.parse("15")).hasMessageContaining("\"15\", expected a time");
    }

    private void refused(String message, String... arguments) {
        assertThat(execute(arguments)).as(String.join(" ", arguments)).isEqualTo(USAGE);
        assertThat(errors.toString()).contains(message);
    }

    private int execute(String... arguments) {
        errors.getBuffer().setLength(0);
        return Main.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
