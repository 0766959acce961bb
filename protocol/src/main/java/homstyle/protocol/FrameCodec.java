package homstyle.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import homstyle.protocol.ServerFrame.Rejected;
import java.util.List;

/** Frames to JSON and back. A frame that cannot be read is answered, not thrown: {@link Decoded.Refused}. */
public final class FrameCodec {
    private static final List<String> TYPES = List.of(
            "place", "lock", "move", "finish", "remove", "arrange", "unlock", "reshape", "rename", "comment", "resolve",
            "undo", "redo", "drag", "drags", "sketch", "cursor", "sync", "ping", "pong");

    private static final ObjectWriter SERVER_FRAME = StrictJson.MAPPER.writerFor(ServerFrame.class);

    private FrameCodec() {}

    /** What became of a text message. */
    public sealed interface Decoded {
        record Frame(ClientFrame frame) implements Decoded {}

        record Refused(Rejected answer) implements Decoded {}
    }

    /** Reads one text message of a client. */
    public static Decoded decode(String text) {
        JsonNode node;
        try {
            node = StrictJson.MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            var unreadable = StrictJson.unreadable("message", notJson);
            return new Decoded.Refused(Rejected.of(null, RejectionCode.MALFORMED, unreadable));
        }
        if (!node.isObject()) {
            var noObject = new InvalidValue("message", Fields.shown(node), StrictJson.ONE_OBJECT);
            return refused(node, RejectionCode.MALFORMED, noObject);
        }
        try {
            return decode(node);
        } catch (InvalidValue invalid) {
            return refused(node, RejectionCode.INVALID, invalid);
        }
    }

    /** The JSON of a frame, on one line. */
    public static String encode(ServerFrame frame) {
        try {
            return SERVER_FRAME.writeValueAsString(frame);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + frame, impossible);
        }
    }

    /**
     * Reads a frame of a server, as a client written in Java does.
     *
     * @throws JsonProcessingException when it is none; a type that a later server added ends here too and is to be
     *     ignored
     */
    public static ServerFrame decodeServerFrame(String text) throws JsonProcessingException {
        return StrictJson.MAPPER.readValue(text, ServerFrame.class);
    }

    private static Decoded decode(JsonNode node) {
        var type = node.path("type");
        if (!type.isTextual()) {
            return refused(node, RejectionCode.MALFORMED, new InvalidValue("type", Fields.shown(type), "a text"));
        }
        var fields = new Fields(node);
        return switch (type.textValue()) {
            case "place" -> frame(fields.place(fields.id()));
            case "lock" -> frame(new ClientFrame.Lock(fields.id(), fields.items()));
            case "move" -> frame(fields.move(fields.id(), fields.flag("release")));
            case "finish" ->
                frame(new ClientFrame.Finish(
                        fields.id(), fields.item(), fields.finish(), fields.revision("fence"), fields.flag("release")));
            case "remove" -> frame(fields.remove(fields.id()));
            case "arrange" -> {
                var id = fields.id();
                yield frame(new ClientFrame.Arrange(id, fields.steps(id), fields.flag("release")));
            }
            case "unlock" -> frame(new ClientFrame.Unlock(fields.id(), fields.items(), fields.flag("force")));
            case "reshape" ->
                frame(new ClientFrame.Reshape(
                        fields.id(), fields.plan(), !fields.has("obstacles"), fields.revision("fence")));
            case "rename" -> frame(new ClientFrame.Rename(fields.id(), new Title(fields.text("title"))));
            case "comment" ->
                frame(new ClientFrame.Comment(
                        fields.id(), fields.comment(), fields.item(), new CommentText(fields.text("text"))));
            case "resolve" -> frame(new ClientFrame.Resolve(fields.id(), fields.comment()));
            case "undo" -> frame(new ClientFrame.Undo(fields.id()));
            case "redo" -> frame(new ClientFrame.Redo(fields.id()));
            case "drag" ->
                frame(new ClientFrame.Drag(
                        fields.item(),
                        fields.integer("x"),
                        fields.integer("y"),
                        fields.integer("rotation"),
                        fields.revision("fence")));
            case "drags" -> frame(new ClientFrame.Drags(fields.drags()));
            case "sketch" -> frame(new ClientFrame.Sketch(fields.plan(), fields.revision("fence")));
            case "cursor" -> frame(new ClientFrame.Cursor(fields.integer("x"), fields.integer("y")));
            case "sync" -> frame(new ClientFrame.Sync(fields.revision("since")));
            case "ping" -> frame(new ClientFrame.Ping(fields.optionalId()));
            case "pong" -> frame(new ClientFrame.Pong(fields.optionalId()));
            default ->
                refused(
                        node,
                        RejectionCode.UNKNOWN_TYPE,
                        new InvalidValue("type", type.textValue(), "one of " + String.join(", ", TYPES)));
        };
    }

    private static Decoded frame(ClientFrame frame) {
        return new Decoded.Frame(frame);
    }

    private static Decoded refused(JsonNode node, RejectionCode code, InvalidValue refused) {
        return new Decoded.Refused(Rejected.of(readableId(node), code, refused));
    }

    /** The request's id where it can be read, so that the client knows which one was refused. */
    private static RequestId readableId(JsonNode node) {
        var id = node.path("id").textValue();
        return id != null && RequestId.allows(id) ? new RequestId(id) : null;
    }
}
