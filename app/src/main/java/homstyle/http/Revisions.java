package homstyle.http;

import homstyle.protocol.InvalidValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.Query;

/** Revisions in the query of a request. */
final class Revisions {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,16}");
    private static final long HIGHEST = (1L << 53) - 1;

    private Revisions() {}

    /**
     * @return empty when the parameter is not there
     * @throws InvalidValue when it is something else
     */
    static Optional<Long> in(Query query, String name) {
        return query.get(name).map(text -> {
            var revision = DIGITS.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
            if (revision > HIGHEST) {
                throw new InvalidValue(name, text, "a revision: a whole number from 0 to 2^53-1");
            }
            return revision;
        });
    }
}
