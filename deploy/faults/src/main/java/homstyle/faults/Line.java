package homstyle.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;

/**
 * A line of a history file; README.md describes them one by one.
 *
 * <p>{@code at} is nanoseconds since the history began, {@code client} what the history calls the client: it stays the
 * same when the service gives the client another id.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Line.Head.class, name = "history"),
    @JsonSubTypes.Type(value = Line.Connected.class, name = "connected"),
    @JsonSubTypes.Type(value = Line.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = Line.Got.class, name = "got"),
    @JsonSubTypes.Type(value = Line.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = Line.Struck.class, name = "struck"),
    @JsonSubTypes.Type(value = Line.Healed.class, name = "healed"),
    @JsonSubTypes.Type(value = Line.Stored.class, name = "journal"),
    @JsonSubTypes.Type(value = Line.Pictured.class, name = "picture"),
    @JsonSubTypes.Type(value = Line.End.class, name = "end")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Line {
    int VERSION = 1;

    record Head(int version, long seed) implements Line {
        public Head {
            if (version != VERSION) {
                throw new IllegalArgumentException("version is %d, expected %d".formatted(version, VERSION));
            }
        }
    }

    /**
     * @param since the last revision it holds; null for none
     * @param as the client it was before, whose resume key it shows; null for none
     */
    record Connected(long at, String client, RoomId room, String node, Long since, ClientId as) implements Line {
        public Connected {
            require("client", client);
            require("room", room);
        }
    }

    record Sent(
            long at,
            String client,

            @JsonSerialize(using = RequestJson.Writer.class) @JsonDeserialize(using = RequestJson.Reader.class)
            ClientFrame frame)
            implements Line {
        public Sent {
            require("client", client);
            require("frame", frame);
        }
    }

    record Got(long at, String client, ServerFrame frame) implements Line {
        public Got {
            require("client", client);
            require("frame", frame);
        }
    }

    record Closed(long at, String client, String why) implements Line {
        public Closed {
            require("client", client);
        }
    }

    /** A fault begins. */
    record Struck(long at, String fault, String target) implements Line {
        public Struck {
            require("fault", fault);
            require("target", target);
        }
    }

    record Healed(long at, String fault, String target) implements Line {
        public Healed {
            require("fault", fault);
            require("target", target);
        }
    }

    /** One event of a room's journal, as {@code homstyle replay ROOM --json} prints it. */
    record Stored(RoomId room, ServerFrame frame) implements Line {
        public Stored {
            require("room", room);
            if (!(frame instanceof ServerFrame.Change)) {
                throw new IllegalArgumentException("frame is %s, expected a change".formatted(frame));
            }
        }

        ServerFrame.Change change() {
            return (ServerFrame.Change) frame;
        }
    }

    /** The room as a client or a node has it in the end; exactly one of the two is there. */
    record Pictured(RoomId room, String client, String node, Description state) implements Line {
        public Pictured {
            require("room", room);
            require("state", state);
            if ((client == null) == (node == null)) {
                throw new IllegalArgumentException("client is %s and node is %s, expected one".formatted(client, node));
            }
        }
    }

    /** The last line: without it the file is not whole. */
    record End() implements Line {}

    private static void require(String field, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }
}
