package homstyle.persistence;

import java.util.function.Supplier;

/**
 * A state as it was after an event, to be stored.
 *
 * @param serializerId the serializer's that reads it
 * @param manifest what that serializer wants to know of the payload
 * @param payload made when it is stored, on the writer's thread
 */
public record StoredSnapshot(
        String persistenceId, long sequenceNumber, int serializerId, String manifest, Supplier<byte[]> payload) {}
