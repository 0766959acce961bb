package homstyle.persistence;

import java.time.Instant;

/**
 * One event as it is stored. Two of them are equal only when they share the payload array.
 *
 * @param sequenceNumber 1 for the first event of its persistence id, then without gaps
 * @param writtenAt when the journal was asked to store it, to the millisecond
 * @param manifest what the serializer noted about the payload's type; may be empty
 * @param payload the serialized event
 */
public record StoredEvent(long sequenceNumber, Instant writtenAt, String manifest, byte[] payload) {}
