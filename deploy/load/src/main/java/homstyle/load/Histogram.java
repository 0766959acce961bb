package homstyle.load;

import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many values were at most each bound; the last bound is infinity. */
final class Histogram {
    private final SortedMap<Double, Double> counts;

    Histogram(SortedMap<Double, Double> counts) {
        this.counts = new TreeMap<>(counts);
    }

    /** What came after an earlier reading. */
    Histogram since(Histogram earlier) {
        var later = new TreeMap<Double, Double>();
        counts.forEach((bound, count) -> later.put(bound, count - earlier.counts.getOrDefault(bound, 0.0)));
        return new Histogram(later);
    }

    /**
     * As Prometheus has it: linear inside a bucket, and the highest finite bound for what is above it.
     *
     * @return in the unit of the bounds; empty without values
     */
    OptionalDouble quantile(double part) {
        var all = counts.isEmpty() ? 0 : counts.get(counts.lastKey());
        if (!(all > 0)) {
            return OptionalDouble.empty();
        }
        var rank = part * all;
        double lower = 0;
        double below = 0;
        for (var bucket : counts.entrySet()) {
            if (bucket.getKey().isInfinite()) {
                break;
            }
            if (bucket.getValue() >= rank) {
                var inside = bucket.getValue() - below;
                var share = inside == 0 ? 1 : (rank - below) / inside;
                return OptionalDouble.of(lower + (bucket.getKey() - lower) * share);
            }
            lower = bucket.getKey();
            below = bucket.getValue();
        }
        return OptionalDouble.of(lower);
    }
}
