/**
 * The room protocol, version 1: what browsers and the room service say to each other. Frames and values are records
 * that refuse to exist with a value out of range; {@link homstyle.protocol.FrameCodec} turns them into JSON and back.
 * The contract itself is PROTOCOL.md beside this module's sources.
 */
package homstyle.protocol;
