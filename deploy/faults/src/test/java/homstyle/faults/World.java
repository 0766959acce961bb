package homstyle.faults;

import homstyle.protocol.RoomId;
import homstyle.protocol.Sku;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Shoppers in a {@link MutantRoom}: frames take their time both ways, connections break, the room crashes, shoppers
 * leave for good and others come. All that happens follows from the seed.
 */
final class World {
    private static final RoomId ROOM = new RoomId("red-room");
    private static final Sku CHAIR = new Sku("HS-CHAIR-48");
    private static final String NODE = "the-only-node";
    private static final int SHOPPERS = 4;
    private static final int LONGEST_AFTERMATH = 2_000;

    private final RandomGenerator random;
    private final MutantRoom room;
    private final History history;
    private final List<Guest> guests = new ArrayList<>();
    private int arrivals;
    private int operations;

    /** A shopper and the line it has, null for none. */
    private static final class Guest {
        final Shopper shopper;
        MutantRoom.Connection line;

        Guest(Shopper shopper) {
            this.shopper = shopper;
        }
    }

    private World(Mutant mutant, long seed, History history) {
        this.random = new Random(seed);
        this.room = new MutantRoom(ROOM, mutant, random);
        this.history = history;
    }

    /**
     * @param mutant null for an honest room
     * @param operations how many requests all shoppers send together
     */
    static void play(Mutant mutant, long seed, int operations, Path file) throws IOException {
        try (var history = History.at(file, seed)) {
            var world = new World(mutant, seed, history);
            for (int i = 0; i < SHOPPERS; i++) {
                world.guests.add(world.newGuest());
            }
            while (world.operations < operations) {
                world.step();
            }
            world.calmDown();
            world.testify();
        }
    }

    private Guest newGuest() {
        return new Guest(new Shopper("shopper-" + ++arrivals, ROOM, CHAIR, random, history));
    }

    private void step() {
        var guest = guests.get(random.nextInt(guests.size()));
        switch (random.nextInt(100)) {
            case 0 -> cut(guest);
            case 1 -> room.endLeases();
            case 2 -> rarely(guest);
            default -> usually(guest);
        }
    }

    private void rarely(Guest guest) {
        if (random.nextInt(4) == 0) {
            room.crash();
        } else if (random.nextInt(4) == 0) {
            replace(guest);
        }
    }

    private void usually(Guest guest) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> speak(guest);
            case 3, 4, 5, 6 -> hear(guest);
            default -> room.work();
        }
    }

    private void cut(Guest guest) {
        if (guest.line != null && guest.line.isOpen()) {
            room.cut(guest.line);
        }
    }

    private void replace(Guest guest) {
        cut(guest);
        if (guest.line != null) {
            guest.shopper.closed("left for good");
        }
        guests.set(guests.indexOf(guest), newGuest());
    }

    private void speak(Guest guest) {
        if (guest.line == null) {
            guest.line = room.connect(guest.shopper.resumeKey(), guest.shopper.since());
            guest.shopper.connected(NODE);
            return;
        }
        guest.shopper.ask().ifPresent(request -> {
            operations++;
            guest.line.toRoom.add(request);
        });
    }

    /** What had arrived when the line broke is heard before that is noticed. */
    private void hear(Guest guest) {
        if (guest.line == null) {
            return;
        }
        var frame = guest.line.toClient.poll();
        if (frame != null) {
            guest.line.toRoom.addAll(guest.shopper.on(frame));
        } else if (!guest.line.isOpen()) {
            guest.line = null;
            guest.shopper.closed("cut");
        }
    }

    /** No more faults: all come back, get their answers and let go of what they hold. */
    private void calmDown() {
        room.calmDown();
        for (int i = 0; i < LONGEST_AFTERMATH && !isAtRest(); i++) {
            for (var guest : guests) {
                hear(guest);
                if (guest.line == null) {
                    speak(guest);
                }
                if (guest.line.isOpen()) {
                    guest.shopper.letGo().ifPresent(guest.line.toRoom::add);
                }
            }
            room.work();
        }
    }

    private boolean isAtRest() {
        return guests.stream()
                .allMatch(guest -> guest.line != null
                        && guest.line.isOpen()
                        && guest.line.toClient.isEmpty()
                        && guest.line.toRoom.isEmpty()
                        && guest.shopper.isAtRest());
    }

    private void testify() {
        room.journal().forEach(change -> history.stored(ROOM, change));
        history.pictureOfNode(ROOM, NODE, room.description());
        guests.stream().filter(guest -> guest.shopper.since() != null).forEach(guest -> guest.shopper.testify());
        history.end();
    }
}
