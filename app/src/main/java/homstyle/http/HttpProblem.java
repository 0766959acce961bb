package homstyle.http;

import homstyle.persistence.JournalUnavailable;
import homstyle.protocol.InvalidValue;
import homstyle.room.RoomJournal;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.scaladsl.model.EntityStreamSizeException;
import org.apache.pekko.http.scaladsl.model.IllegalRequestException;
import org.apache.pekko.stream.StreamTcpException;

/** A request that is refused; answered as {@code application/problem+json} (RFC 9457). */
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What callers sent may be in the detail, and the detail is logged: it must stay one line. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private final transient StatusCode status;
    private final String field;

    HttpProblem(StatusCode status, String detail) {
        this(status, detail, null);
    }

    private HttpProblem(StatusCode status, String detail, String field) {
        super(CONTROL.matcher(detail).replaceAll("\uFFFD"), null, false, false);
        this.status = status;
        this.field = field;
    }

    static HttpProblem invalid(InvalidValue refused) {
        return new HttpProblem(StatusCodes.BAD_REQUEST, refused.getMessage(), refused.field());
    }

    /** What the answer to a failed request should say; a bug says nothing about itself. */
    static HttpProblem of(Throwable failure) {
        return switch (failure) {
            case HttpProblem problem -> problem;
            case InvalidValue refused -> invalid(refused);
            case EntityStreamSizeException tooLarge ->
                new HttpProblem(
                        StatusCodes.CONTENT_TOO_LARGE, "the body is larger than %d bytes".formatted(tooLarge.limit()));
            case IllegalRequestException unreadable ->
                new HttpProblem(
                        unreadable.status(),
                        "the body cannot be read: %s"
                                .formatted(unreadable.info().summary()));
            case StreamTcpException _ ->
                new HttpProblem(StatusCodes.BAD_REQUEST, "the connection ended before the body did");
            case JournalUnavailable _ ->
                new HttpProblem(StatusCodes.SERVICE_UNAVAILABLE, "the journal cannot be read just now");
            case RoomJournal.Busy busy -> new HttpProblem(StatusCodes.SERVICE_UNAVAILABLE, busy.getMessage());
            case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case TimeoutException _ ->
                new HttpProblem(StatusCodes.SERVICE_UNAVAILABLE, "the room cannot be reached just now");
            default -> new HttpProblem(StatusCodes.INTERNAL_SERVER_ERROR, "something went wrong here");
        };
    }

    StatusCode status() {
        return status;
    }

    HttpResponse response() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", status.reason());
        body.put("status", status.intValue());
        body.put("detail", getMessage());
        if (field != null) {
            body.put("field", field);
        }
        return HttpResponse.create().withStatus(status).withEntity(Json.problem(body));
    }
}
