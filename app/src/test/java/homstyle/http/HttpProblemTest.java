package homstyle.http;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.room.RoomJournal;
import java.util.concurrent.CompletionException;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HttpProblemTest {
    @Test
    @DisplayName("C5 while too many pasts are being read, the next one is 503 and may be asked for again")
    void busy() {
        var problem = HttpProblem.of(new CompletionException(new RoomJournal.Busy()));

        assertThat(problem.status()).isEqualTo(StatusCodes.SERVICE_UNAVAILABLE);
        assertThat(problem).hasMessageContaining("ask again");
    }
}
