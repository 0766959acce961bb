package homstyle.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a tab needs to know of a server's frame. Texts it lacks are empty.
 *
 * @param rev 0 where it has none
 * @param from the revision after which a {@code resumed} tab is told the changes
 * @param client one's own client id, in a first frame
 * @param resume the key to come back with, in a first frame
 */
record Frame(String type, long rev, long from, String id, String by, String client, String resume) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Frame parse(String text) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("the server sent \"%s\", expected JSON".formatted(text), notJson);
        }
        var you = node.path("you");
        return new Frame(
                node.path("type").asText(),
                node.path("rev").asLong(),
                node.path("from").asLong(),
                node.path("id").asText(),
                node.path("by").asText(),
                you.path("client").asText(),
                you.path("resume").asText());
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /** A stored change of the room. */
    boolean isChange() {
        return rev > 0 && !by.isEmpty();
    }

    /** The answer to that request of that client. */
    boolean answers(String request, String asker) {
        return id.equals(request) && (by.isEmpty() || by.equals(asker));
    }
}
