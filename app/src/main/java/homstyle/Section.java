package homstyle;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A section of the configuration. What is refused is named with its value and what was expected. */
final class Section {
    private final Config config;

    Section(Config config) {
        this.config = config;
    }

    int number(String key, int from, int to) {
        var expected = "a whole number from %d to %d".formatted(from, to);
        int number = read(key, expected, config::getInt);
        return require(key, expected, number >= from && number <= to, number);
    }

    boolean flag(String key) {
        return read(key, "true or false", config::getBoolean);
    }

    /** At least a millisecond. */
    Duration time(String key) {
        var expected = "a time such as 30s or 500ms";
        var time = read(key, expected, config::getDuration);
        return require(key, expected, time.toMillis() > 0, time);
    }

    /** May be zero. */
    Duration timeOrNone(String key) {
        var expected = "a time such as 30s or 500ms, or 0s";
        var time = read(key, expected, config::getDuration);
        return require(key, expected, !time.isNegative(), time);
    }

    String text(String key, String expected) {
        var text = read(key, expected, config::getString).strip();
        return require(key, expected, !text.isEmpty(), text);
    }

    /** Empty where nothing is set. */
    Optional<String> optional(String key) {
        return Optional.of(read(key, "text", config::getString)).filter(text -> !text.isBlank());
    }

    /** Empty where nothing is set. */
    Optional<Integer> optionalNumber(String key, int from, int to) {
        return optional(key).isEmpty() ? Optional.empty() : Optional.of(number(key, from, to));
    }

    /** @param reading throws IllegalArgumentException for what cannot be read */
    <T> T parsed(String key, String expected, Function<String, T> reading) {
        try {
            return reading.apply(text(key, expected));
        } catch (IllegalArgumentException _) {
            throw refused(key, expected);
        }
    }

    /**
     * Separated by commas; may be empty.
     *
     * @param reading throws IllegalArgumentException for an entry that cannot be read
     */
    <T> List<T> list(String key, String expected, Function<String, T> reading) {
        try {
            return Arrays.stream(read(key, expected, config::getString).split(","))
                    .map(String::strip)
                    .filter(entry -> !entry.isEmpty())
                    .map(reading)
                    .toList();
        } catch (IllegalArgumentException _) {
            throw refused(key, expected);
        }
    }

    <T> T require(String key, String expected, boolean holds, T value) {
        if (!holds) {
            throw refused(key, expected);
        }
        return value;
    }

    private <T> T read(String key, String expected, Function<String, T> reading) {
        try {
            return reading.apply(key);
        } catch (ConfigException.WrongType | ConfigException.BadValue _) {
            throw refused(key, expected);
        }
    }

    private IllegalArgumentException refused(String key, String expected) {
        var value = config.getValue(key).unwrapped();
        return new IllegalArgumentException("%s is \"%s\", expected %s".formatted(key, value, expected));
    }
}
