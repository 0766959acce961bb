package homstyle.room;

import homstyle.metrics.RoomMetrics;
import homstyle.protocol.RoomId;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What all rooms of a node have in common.
 *
 * @param grace how long the locks of a client that is gone stay (L5)
 * @param hibernateAfter how long a room stays in memory without a request
 * @param head the last stored revision of a room, as the journal has it
 * @param awake told of every room that wakes, with its revision, to ask the gateways who is in it
 */
public record RoomSetup(
        RoomRules rules,
        Duration grace,
        Duration hibernateAfter,
        RoomSnapshots snapshots,
        RoomMetrics metrics,
        Function<RoomId, CompletionStage<Long>> head,
        BiConsumer<RoomId, Long> awake) {}
