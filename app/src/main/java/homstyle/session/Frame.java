package homstyle.session;

import homstyle.protocol.FrameCodec;
import homstyle.protocol.ServerFrame;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;

/** A frame encoded once, for all the sockets it goes to. */
record Frame(TextMessage message, int bytes) {
    static Frame of(ServerFrame frame) {
        var text = FrameCodec.encode(frame);
        return new Frame(TextMessage.create(text), text.length());
    }
}
