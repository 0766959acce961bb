package homstyle.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One reading of a server's {@code GET /metrics}, in the text format of Prometheus. A name it lacks is empty. */
final class Metrics {
    static final Metrics NONE = new Metrics(List.of());

    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+-?\\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final List<Sample> samples;

    private record Sample(String name, Map<String, String> labels, double value) {}

    private Metrics(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    /** Lines that are no samples are left out. */
    static Metrics parse(String text) {
        var samples = new ArrayList<Sample>();
        text.lines().forEach(line -> {
            var sample = SAMPLE.matcher(line.strip());
            if (sample.matches()) {
                samples.add(new Sample(sample.group(1), labels(sample.group(2)), number(sample.group(3))));
            }
        });
        return new Metrics(samples);
    }

    /** The sum of all samples of that name. */
    OptionalDouble value(String name) {
        return value(name, Map.of());
    }

    /** The sum of all samples of that name that carry these labels; empty also when it is no number. */
    OptionalDouble value(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .reduce(Double::sum)
                .stream()
                .filter(sum -> !Double.isNaN(sum))
                .findFirst();
    }

    /** @param name without {@code _bucket} */
    Histogram histogram(String name) {
        var buckets = new TreeMap<Double, Double>();
        samples.stream()
                .filter(sample -> sample.name().equals(name + "_bucket")
                        && sample.labels().containsKey("le"))
                .forEach(sample -> buckets.merge(number(sample.labels().get("le")), sample.value(), Double::sum));
        return new Histogram(buckets);
    }

    private static Map<String, String> labels(String text) {
        var labels = new HashMap<String, String>();
        if (text != null) {
            var label = LABEL.matcher(text);
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> parsed(text);
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
