package homstyle.room;

/**
 * Goes from node to node, written by the serializer {@code cluster-message}. During an upgrade old and new nodes talk
 * to each other: fields may be added, nothing may be renamed.
 */
public interface ClusterMessage {}
