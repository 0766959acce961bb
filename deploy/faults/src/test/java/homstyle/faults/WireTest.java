package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wire to a server that sends back whatever it gets. */
class WireTest {
    private static final int LONG = 30_000;
    private static final int A_WHILE = 200;

    private Echo echo;
    private final Wire wire = new Wire();
    private Proxy proxy;
    private Socket socket;

    @BeforeEach
    void connect() throws IOException {
        echo = new Echo();
        proxy = Proxy.to(echo.address(), wire);
        socket = open();
    }

    @AfterEach
    void end() throws IOException {
        socket.close();
        proxy.close();
        echo.close();
    }

    private record Node(String name, List<Wire> wires) implements Place {}

    @Test
    void allComesThrough() throws Exception {
        var megabyte = "x".repeat(1 << 20);
        say(megabyte);
        assertThat(hear(megabyte.length())).isEqualTo(megabyte);
    }

    @Test
    void theEndComesThroughToo() throws Exception {
        say("bye");
        socket.shutdownOutput();
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("bye");
        Wait.until("the connection to be gone", () -> wire.connections() == 0);
    }

    @Test
    void aCutEndsConnectionsAndLetsNoneComeAbout() throws Exception {
        say("one");
        hear(3);
        wire.cut();
        assertThat(isOver(socket)).isTrue();
        try (var another = open()) {
            assertThat(isOver(another)).isTrue();
        }
        wire.reconnect();
        try (var another = open()) {
            socket.close();
            socket = another;
            say("two");
            assertThat(hear(3)).isEqualTo("two");
        }
    }

    @Test
    void whatIsSwallowedArrivesAfterTheHealing() throws Exception {
        wire.swallow();
        say("later");
        socket.setSoTimeout(A_WHILE);
        assertThatThrownBy(() -> hear(1)).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(LONG);
        wire.letThrough();
        assertThat(hear(5)).isEqualTo("later");
    }

    @Test
    void aCutEndsWhatIsSwallowed() throws Exception {
        wire.swallow();
        say("never");
        wire.cut();
        assertThat(isOver(socket)).isTrue();
        Wait.until("the connection to be gone", () -> wire.connections() == 0);
    }

    @Test
    void faultsThatOverlapAreHealedOneByOne() throws Exception {
        wire.swallow();
        wire.cut();
        wire.reconnect();
        try (var another = open()) {
            another.setSoTimeout(A_WHILE);
            another.getOutputStream().write('x');
            assertThatThrownBy(() -> another.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            another.setSoTimeout(LONG);
            wire.letThrough();
            assertThat(another.getInputStream().read()).isEqualTo('x');
        }
    }

    @Test
    void aDelayGoesBothWays() throws Exception {
        say("a");
        hear(1);
        wire.delay(Duration.ofMillis(A_WHILE));
        var said = System.nanoTime();
        say("b");
        hear(1);
        assertThat(Duration.ofNanos(System.nanoTime() - said)).isGreaterThanOrEqualTo(Duration.ofMillis(2 * A_WHILE));
    }

    @Test
    void aTargetThatIsNotThereEndsTheConnection() throws Exception {
        echo.close();
        try (var another = open()) {
            assertThat(isOver(another)).isTrue();
        }
    }

    @Test
    void faultsOfOnePlaceLeaveOthersAlone() throws Exception {
        try (var other = Proxy.to(echo.address(), new Wire())) {
            var cut = Networks.cut("cut", new Victims<Place>(List.of(new Node("node-1", List.of(wire)))));
            assertThat(cut.strike(new Random(1))).isEqualTo("node-1");
            assertThat(isOver(socket)).isTrue();
            try (var another = new Socket(InetAddress.getLoopbackAddress(), other.port())) {
                another.setSoTimeout(LONG);
                another.getOutputStream().write('x');
                assertThat(another.getInputStream().read()).isEqualTo('x');
            }
            cut.heal();
            try (var another = open()) {
                another.getOutputStream().write('x');
                assertThat(another.getInputStream().read()).isEqualTo('x');
            }
        }
    }

    private Socket open() throws IOException {
        var opened = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        opened.setSoTimeout(LONG);
        return opened;
    }

    private void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String hear(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    private static boolean isOver(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException late) {
            throw late;
        } catch (IOException _) {
            return true;
        }
    }
}
