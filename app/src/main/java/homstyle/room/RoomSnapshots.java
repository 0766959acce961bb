package homstyle.room;

import homstyle.persistence.SnapshotWriter;
import homstyle.persistence.StoredSnapshot;
import homstyle.protocol.RoomId;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializers;

/** Stores rooms as they are, so that they wake without replaying. No room waits for that. */
public final class RoomSnapshots {
    private final SnapshotWriter writer;
    private final Serialization serialization;

    public RoomSnapshots(SnapshotWriter writer, ActorSystem<?> system) {
        this.writer = writer;
        this.serialization = SerializationExtension.get(system);
    }

    void save(RoomId id, Room room) {
        var snapshot = RoomSnapshot.of(room.compact(System.currentTimeMillis()));
        var serializer = serialization.findSerializerFor(snapshot);
        writer.save(new StoredSnapshot(
                RoomEntity.persistenceId(id),
                room.rev(),
                serializer.identifier(),
                Serializers.manifestFor(serializer, snapshot),
                () -> serializer.toBinary(snapshot)));
    }
}
