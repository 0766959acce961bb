package homstyle.http;

import homstyle.access.Doorman;
import homstyle.access.Doorman.Verdict;
import homstyle.access.RoomToken;
import homstyle.protocol.RoomId;
import homstyle.room.RoomState;
import homstyle.room.Rooms;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Lets callers into rooms, or says why not (C4, C5). */
final class Entrance {
    private final Doorman doorman;
    private final Rooms rooms;

    Entrance(Doorman doorman, Rooms rooms) {
        this.doorman = doorman;
        this.rooms = rooms;
    }

    /**
     * Who the caller is in the room.
     *
     * @throws HttpProblem 401 or 403; says nothing about whether there is such a room
     */
    RoomToken identify(RoomId room, Optional<String> token) {
        return switch (doorman.admit(room, token)) {
            case Verdict.Welcome(var as) -> as;
            case Verdict.Unknown(var reason) -> throw new HttpProblem(StatusCodes.UNAUTHORIZED, reason);
            case Verdict.WrongRoom() -> throw new HttpProblem(StatusCodes.FORBIDDEN, "the token is for another room");
        };
    }

    /** Fails with 404 where rooms must exist and this one does not. */
    CompletionStage<RoomState> existing(RoomId room) {
        return rooms.describe(room).thenApply(state -> {
            if (state.rev() == 0 && doorman.needsExistingRoom()) {
                throw new HttpProblem(StatusCodes.NOT_FOUND, "there is no room %s".formatted(room));
            }
            return state;
        });
    }

    /** As {@link #existing}, but asks the room only where it matters. */
    CompletionStage<Void> checkExists(RoomId room) {
        return doorman.needsExistingRoom()
                ? existing(room).thenAccept(_ -> {})
                : CompletableFuture.completedFuture(null);
    }
}
