package homstyle.session;

import homstyle.metrics.FrameClass;
import homstyle.protocol.FrameCodec;
import homstyle.protocol.ServerFrame;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;

/** A frame encoded once, for all the sockets it goes to. */
record Frame(TextMessage message, int bytes, FrameClass kind) {
    static Frame of(ServerFrame frame) {
        var text = FrameCodec.encode(frame);
        return new Frame(TextMessage.create(text), text.length(), kind(frame));
    }

    private static FrameClass kind(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Welcome _, ServerFrame.Resumed _ -> FrameClass.WELCOME;
            case ServerFrame.Change _ -> FrameClass.CHANGE;
            case ServerFrame.Answer _ -> FrameClass.ANSWER;
            case ServerFrame.Clients _, ServerFrame.Joined _, ServerFrame.Left _ -> FrameClass.PRESENCE;
            case ServerFrame.Motion _ -> FrameClass.MOTION;
            case ServerFrame.Ping _, ServerFrame.Pong _, ServerFrame.Bye _ -> FrameClass.LIVENESS;
        };
    }
}
