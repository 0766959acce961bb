package homstyle.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A history on the disk, read line by line. */
record HistoryFile(Path path) {
    private static final String START = "{\"kind\":\"";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final ObjectReader LINE = MAPPER.readerFor(Line.class);
    static final ObjectWriter WRITER = MAPPER.writerFor(Line.class);

    interface Each {
        /** @param number of the line, from 1 */
        void line(Line line, int number) throws Unreadable;
    }

    /** Only the journals. */
    void journals(Each each) throws IOException, Unreadable {
        read(HistoryFile::isJournal, each);
    }

    /** All but the journals. */
    void testimony(Each each) throws IOException, Unreadable {
        read(text -> !isJournal(text), each);
    }

    /** @return how many lines it has */
    private int read(Predicate<String> wanted, Each each) throws IOException, Unreadable {
        try (var reader = Files.newBufferedReader(path)) {
            var number = 0;
            String last = null;
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.startsWith(START)) {
                    throw new Unreadable(number, "%s, expected %s…".formatted(shortened(text), START));
                }
                if (number == 1 && !text.startsWith(START + "history\"")) {
                    throw new Unreadable(number, "%s, expected a line of kind history".formatted(shortened(text)));
                }
                if (wanted.test(text)) {
                    each.line(parse(text, number), number);
                }
                last = text;
            }
            if (last == null || !last.startsWith(START + "end\"")) {
                throw new Unreadable(number, "the history ends here, expected a last line of kind end");
            }
            return number;
        }
    }

    private static Line parse(String text, int number) throws Unreadable {
        try {
            return LINE.readValue(text);
        } catch (JsonProcessingException unreadable) {
            throw new Unreadable(number, "%s in %s".formatted(unreadable.getOriginalMessage(), shortened(text)));
        }
    }

    private static boolean isJournal(String text) {
        return text.startsWith("journal\"", START.length());
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
