package homstyle.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as it is read from strangers: shallow, unambiguous, and nothing of it stays behind. */
final class StrictJson {
    private static final int DEEPEST = 16;
    static final String ONE_OBJECT = "one JSON object, at most " + DEEPEST + " levels deep, no field twice";

    /** Field names are not interned: a stranger's would fill the JVM's table of strings. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StrictJson() {}

    /** Says where reading stopped; the parser's own words name its classes and settings, which help no client. */
    static InvalidValue unreadable(String what, JsonProcessingException notJson) {
        var at = notJson.getLocation();
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new InvalidValue(what, "unreadable" + where, ONE_OBJECT);
    }
}
