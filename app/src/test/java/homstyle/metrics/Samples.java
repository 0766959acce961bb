package homstyle.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What {@code GET /metrics} says, taken apart.
 *
 * @param values by the sample's name with its labels as they are written: {@code a_total{code="1"}}
 * @param types by the metric's name: {@code counter}, {@code gauge} or {@code histogram}
 */
public record Samples(Map<String, Double> values, Map<String, String> types) {
    private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=\"");

    public static Samples of(String text) {
        var values = new TreeMap<String, Double>();
        var types = new TreeMap<String, String>();
        for (var line : text.lines().toList()) {
            if (line.startsWith("# TYPE ")) {
                var words = line.split(" ");
                types.put(words[2], words[3]);
            } else if (!line.startsWith("#")) {
                var end = line.lastIndexOf(' ');
                values.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
            }
        }
        return new Samples(values, types);
    }

    public double value(String sample) {
        if (!values.containsKey(sample)) {
            throw new AssertionError("no sample %s among%n%s".formatted(sample, String.join("\n", values.keySet())));
        }
        return values.get(sample);
    }

    /** How much the sample has grown since. */
    public double since(Samples earlier, String sample) {
        return value(sample) - earlier.value(sample);
    }

    /** The names of the samples, without labels. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        values.keySet().forEach(sample -> names.add(sample.replaceFirst("\\{.*", "")));
        return names;
    }

    /** The names of all labels. */
    public Set<String> labels() {
        var labels = new TreeSet<String>();
        values.keySet().forEach(sample -> LABEL.matcher(sample).results().forEach(label -> labels.add(label.group(1))));
        return labels;
    }
}
