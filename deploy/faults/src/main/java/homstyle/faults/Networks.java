package homstyle.faults;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Faults of the network. */
public final class Networks {
    private Networks() {}

    /** Connections end and none comes about. */
    public static Nemesis cut(String name, Victims<? extends Place> places) {
        return new OnWires(name, places, Wire::cut, Wire::reconnect);
    }

    /** Connections stay and nothing comes through. */
    public static Nemesis swallow(String name, Victims<? extends Place> places) {
        return new OnWires(name, places, Wire::swallow, Wire::letThrough);
    }

    /** All comes through, so much later. */
    public static Nemesis delay(String name, Victims<? extends Place> places, Duration later) {
        return new OnWires(name, places, wire -> wire.delay(later), wire -> wire.delay(Duration.ZERO));
    }

    private static final class OnWires implements Nemesis {
        private final String name;
        private final Victims<? extends Place> places;
        private final Consumer<Wire> fault;
        private final Consumer<Wire> cure;
        private Place place;

        OnWires(String name, Victims<? extends Place> places, Consumer<Wire> fault, Consumer<Wire> cure) {
            this.name = name;
            this.places = places;
            this.fault = fault;
            this.cure = cure;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String strike(RandomGenerator random) {
            place = places.aim(random);
            place.wires().forEach(fault);
            return place.name();
        }

        @Override
        public void heal() {
            place.wires().forEach(cure);
            places.healed();
        }
    }
}
