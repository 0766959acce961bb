package homstyle.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Faults of the network. Each place has the wires that fail together: all those to and from one node cut it off, the
 * one to the database leaves a node without it.
 */
public final class Networks {
    private Networks() {}

    /** Connections end and none comes about. */
    public static Nemesis cut(String name, Map<String, List<Wire>> places) {
        return new OnWires(name, places, Wire::cut);
    }

    /** Connections stay and nothing comes through. */
    public static Nemesis swallow(String name, Map<String, List<Wire>> places) {
        return new OnWires(name, places, Wire::swallow);
    }

    /** All comes through, so much later. */
    public static Nemesis delay(String name, Map<String, List<Wire>> places, Duration later) {
        return new OnWires(name, places, wire -> wire.delay(later));
    }

    private static final class OnWires implements Nemesis {
        private final String name;
        private final Map<String, List<Wire>> places;
        private final List<String> names;
        private final Consumer<Wire> fault;
        private String place;

        OnWires(String name, Map<String, List<Wire>> places, Consumer<Wire> fault) {
            this.name = name;
            this.places = Map.copyOf(places);
            this.names = places.keySet().stream().sorted().toList();
            this.fault = fault;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String strike(RandomGenerator random) {
            place = names.get(random.nextInt(names.size()));
            places.get(place).forEach(fault);
            return place;
        }

        /** Wires that two faults share are whole again as soon as one of them is healed. */
        @Override
        public void heal() {
            places.get(place).forEach(Wire::heal);
        }
    }
}
