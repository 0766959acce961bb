/**
 * Between sockets and rooms. A {@link homstyle.session.SessionFlow} is the stream of one socket, with its
 * {@link homstyle.session.Session}; the {@link homstyle.session.Gateway} of the node owns all of them and has a
 * {@link homstyle.session.RoomGateway} for each room with members here, which encodes a frame once and fans it out.
 */
package homstyle.session;
