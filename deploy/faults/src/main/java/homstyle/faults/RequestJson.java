package homstyle.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.FrameCodec;
import java.io.IOException;
import java.util.Locale;

/** The JSON of what clients say: the protocol's codec reads it, but writes only what the service says. */
final class RequestJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private RequestJson() {}

    /** On one line. */
    static String encode(ClientFrame frame) {
        return node(frame).toString();
    }

    /** @throws IllegalArgumentException when it is no frame of the protocol */
    static ClientFrame decode(String text) {
        return switch (FrameCodec.decode(text)) {
            case FrameCodec.Decoded.Frame(var frame) -> frame;
            case FrameCodec.Decoded.Refused(var answer) -> throw new IllegalArgumentException(answer.message());
        };
    }

    private static ObjectNode node(ClientFrame frame) {
        var type = frame.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        var node = JsonNodeFactory.instance.objectNode().put("type", type);
        node.setAll(MAPPER.<ObjectNode>valueToTree(frame));
        // The record of a reshape holds a plan, whose fields its frame has itself.
        if (node.remove("plan") instanceof ObjectNode plan) {
            node.setAll(plan);
        }
        return node;
    }

    static final class Writer extends JsonSerializer<ClientFrame> {
        @Override
        public void serialize(ClientFrame frame, JsonGenerator to, SerializerProvider with) throws IOException {
            to.writeTree(node(frame));
        }

        /** The type is written already. */
        @Override
        public void serializeWithType(ClientFrame frame, JsonGenerator to, SerializerProvider with, TypeSerializer type)
                throws IOException {
            serialize(frame, to, with);
        }
    }

    static final class Reader extends JsonDeserializer<ClientFrame> {
        @Override
        public ClientFrame deserialize(JsonParser from, DeserializationContext with) throws IOException {
            return decode(from.readValueAsTree().toString());
        }

        @Override
        public ClientFrame deserializeWithType(JsonParser from, DeserializationContext with, TypeDeserializer type)
                throws IOException {
            return deserialize(from, with);
        }
    }
}
