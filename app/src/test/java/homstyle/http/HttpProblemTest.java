package homstyle.http;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.room.RoomJournal;
import java.util.concurrent.CompletionException;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.stream.StreamTcpException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProblemTest {
    @Test
    @DisplayName("C5 while too many pasts are being read, the next one is 503 and may be asked for again")
    void busy() {
        var problem = HttpProblem.of(new CompletionException(new RoomJournal.Busy()));

        assertThat(problem.status()).isEqualTo(StatusCodes.SERVICE_UNAVAILABLE);
        assertThat(problem).hasMessageContaining("ask again");
    }

    @Test
    @DisplayName("C5 a connection that ends within a body is no failure of the service")
    void cutOff() {
        var problem = HttpProblem.of(new StreamTcpException("The connection closed with error: Connection reset"));

        assertThat(problem.status()).isEqualTo(StatusCodes.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\0", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029"})
    @DisplayName("what a caller sent can neither begin a line of the log nor steer who looks at it")
    void staysOneLine(String control) {
        var problem = new HttpProblem(StatusCodes.NOT_FOUND, "there is no file a%sb".formatted(control));

        assertThat(problem).hasMessage("there is no file a\uFFFDb");
    }
}
