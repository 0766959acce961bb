package homstyle.session;

import homstyle.metrics.RoomMetrics;
import homstyle.protocol.ByeCode;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.room.Member;
import homstyle.room.RoomCommand;
import homstyle.room.RoomLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.runtime.BoxedUnit;

/**
 * The stream of one socket, an actor of its own: reads messages within the limits of E1 and sends what waits in the
 * outbox as fast as the socket takes it. What the messages mean is {@link Session}'s matter.
 */
public final class SessionFlow extends GraphStage<FlowShape<Message, Message>> {
    /** The largest text message that is read, in bytes (E1). */
    public static final int LARGEST_MESSAGE = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(SessionFlow.class);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Inlet<Message> in = Inlet.create("messages.in");
    private final Outlet<Message> out = Outlet.create("messages.out");
    private final FlowShape<Message, Message> shape = FlowShape.of(in, out);
    private final Arrival arrival;
    private final ActorRef<Gateway.Message> gateway;
    private final Consumer<RoomCommand> roomEntity;
    private final Rates rates;
    private final RoomMetrics metrics;

    /**
     * Who arrives by the socket.
     *
     * @param since the last revision that the client holds; null for none
     */
    public record Arrival(RoomId room, Member member, String resumeKey, Long since) {}

    /** @param roomEntity takes the requests for the arrival's room */
    public static Flow<Message, Message, NotUsed> create(
            Arrival arrival,
            ActorRef<Gateway.Message> gateway,
            Consumer<RoomCommand> roomEntity,
            Rates rates,
            RoomMetrics metrics) {
        return Flow.fromGraph(new SessionFlow(arrival, gateway, roomEntity, rates, metrics));
    }

    private SessionFlow(
            Arrival arrival,
            ActorRef<Gateway.Message> gateway,
            Consumer<RoomCommand> roomEntity,
            Rates rates,
            RoomMetrics metrics) {
        this.arrival = arrival;
        this.gateway = gateway;
        this.roomEntity = roomEntity;
        this.rates = rates;
        this.metrics = metrics;
    }

    @Override
    public FlowShape<Message, Message> shape() {
        return shape;
    }

    @Override
    public GraphStageLogic createLogic(Attributes attributes) {
        return new Logic();
    }

    private final class Logic extends TimerGraphStageLogic {
        private final Outbox outbox = new Outbox();
        private Connection connection;
        private Session session;
        private SubSinkInlet<String> gathering;
        private boolean closing;
        private boolean leaving;
        private Frame farewell;

        private Logic() {
            super(shape);
            setHandler(in, new AbstractInHandler() {
                @Override
                public void onPush() {
                    onMessage(grab(in));
                }

                @Override
                public void onUpstreamFinish() {
                    onClosing();
                }

                @Override
                public void onUpstreamFailure(Throwable reset) {
                    onClosing();
                }
            });
            setHandler(out, new AbstractOutHandler() {
                @Override
                public void onPull() {
                    send();
                    if (!leaving) {
                        read();
                    }
                }

                @Override
                public void onDownstreamFinish(Throwable cause) {
                    onClosing();
                }
            });
        }

        /** What a tab said before its close counts, and is no less heard for being its last words (C7). */
        private void onClosing() {
            if (leaving || isClosed(in) && gathering == null && session.isIdle()) {
                completeStage();
            } else if (!closing) {
                closing = true;
                scheduleOnce("farewell", FAREWELL);
            }
        }

        @Override
        public void preStart() {
            // Else it would end with its ports, and what waits to be stored with it (C7).
            setKeepGoing(true);
            var stageActor = getStageActor(envelope -> {
                onGateway((SessionMessage) envelope._2());
                return BoxedUnit.UNIT;
            });
            connection = new Connection(
                    arrival.room(), arrival.member(), arrival.resumeKey(), Adapter.toTyped(stageActor.ref()), metrics);
            session = new Session(connection, roomEntity, outbox, rates);
            metrics.socketOpened();
            // What the client says is read only when it is in the room, so that nothing is answered before that (C6).
            gateway.tell(new Gateway.Opened(connection, arrival.since()));
        }

        @Override
        public void postStop() {
            metrics.socketClosed();
            gateway.tell(new Gateway.Closed(connection));
        }

        @Override
        public void onTimer(Object farewellIsOver) {
            completeStage();
        }

        private void onMessage(Message message) {
            if (!message.isText()) {
                dismiss(Farewells.notText());
            } else if (message.isStrict()) {
                onText(message.asTextMessage().getStrictText());
            } else {
                gather(message.asTextMessage());
            }
        }

        /**
         * A message that comes in fragments, or in more than one read. One that is too large is not cut off: that
         * would end the socket's stream before the farewell.
         */
        private void gather(TextMessage message) {
            var text = new StringBuilder();
            var parts = new SubSinkInlet<String>("parts");
            parts.setHandler(new AbstractInHandler() {
                @Override
                public void onPush() {
                    text.append(parts.grab());
                    if (text.length() > LARGEST_MESSAGE) {
                        dismiss(Farewells.tooLarge(LARGEST_MESSAGE));
                    } else {
                        parts.pull();
                    }
                }

                @Override
                public void onUpstreamFinish() {
                    gathering = null;
                    onText(text.toString());
                }

                @Override
                public void onUpstreamFailure(Throwable reset) {
                    gathering = null;
                    onClosing();
                }
            });
            gathering = parts;
            message.getStreamedText().runWith(parts.sink(), subFusingMaterializer());
            parts.pull();
        }

        private void onText(String text) {
            if (isTooLarge(text)) {
                dismiss(Farewells.tooLarge(LARGEST_MESSAGE));
            } else if (!leaving) {
                session.onText(text);
                goOn();
            }
        }

        private void onGateway(SessionMessage message) {
            if (leaving) {
                return;
            }
            switch (message) {
                case SessionMessage.Entered entered -> session.onEntered(entered);
                case SessionMessage.Missed(var frames, var overtaken) -> {
                    overtaken.forEach(outbox::forgetMotion);
                    outbox.addPaced(frames);
                }
                case SessionMessage.Changes(var frames, var overtaken) -> {
                    overtaken.forEach(outbox::forgetMotion);
                    frames.forEach(outbox::addLive);
                }
                case SessionMessage.Answered answered -> session.onAnswered(answered);
                case SessionMessage.OtherStay other -> session.onOtherStay(other);
                case SessionMessage.Presence presence -> outbox.addPresence(presence);
                case SessionMessage.Moved moved -> onMoved(moved);
                case SessionMessage.Probe _ -> outbox.addLive(Frame.of(new ServerFrame.Ping(null)));
                case SessionMessage.Unanswered(long number) -> session.onUnanswered(number);
                case SessionMessage.Unavailable(long number) -> session.onUnavailable(number);
                case SessionMessage.Dismissed dismissed -> onDismissed(dismissed);
            }
            if (!leaving) {
                goOn();
            }
        }

        private void goOn() {
            send();
            read();
            if (closing) {
                onClosing();
            }
        }

        /** Who is going anyway needs not be sent away by a node that stops, and would lose what still waits (C7). */
        private void onDismissed(SessionMessage.Dismissed dismissed) {
            if (!closing || dismissed.code() != ByeCode.DRAINING) {
                dismiss(dismissed);
            }
        }

        private void onMoved(SessionMessage.Moved moved) {
            if (isAvailable(out) && outbox.isEmpty()) {
                push(moved.frame());
            } else {
                metrics.motionDropped(outbox.addMotion(moved.motion()));
            }
        }

        private void send() {
            if (leaving) {
                if (farewell != null && isAvailable(out)) {
                    push(farewell);
                    completeStage();
                }
                return;
            }
            if (isClosed(out)) {
                outbox.clear();
                return;
            }
            var next = isAvailable(out) ? outbox.next() : null;
            if (next != null) {
                push(next);
            }
            connection.waits(outbox.hasPaced(), next != null);
            if (outbox.overflows()) {
                dismiss(Farewells.tooSlow(outbox.liveFrames(), outbox.liveBytes()));
            }
        }

        private void push(Frame frame) {
            push(out, frame.message());
            metrics.sent(frame.kind(), frame.bytes());
        }

        private void read() {
            var mayAsk = session.isEntered() && !session.isFull() && !outbox.hasPaced();
            if (mayAsk && gathering == null && !hasBeenPulled(in) && !isClosed(in)) {
                pull(in);
            }
        }

        /** Says {@code bye} and closes; a socket that does not even take that is closed all the same. It has left now. */
        private void dismiss(SessionMessage.Dismissed dismissed) {
            if (leaving) {
                return;
            }
            leaving = true;
            outbox.clear();
            metrics.cut(dismissed.code());
            new RoomLog(LOG, connection.room())
                    .info(
                            connection.member().id(),
                            "dismissed: %d (%s)".formatted(dismissed.code().number(), dismissed.reason()));
            gateway.tell(new Gateway.Closed(connection));
            scheduleOnce("farewell", FAREWELL);
            farewell = Frame.of(new ServerFrame.Bye(dismissed.code(), dismissed.reason(), dismissed.retryAfterMs()));
            send();
        }

        private static boolean isTooLarge(String text) {
            return text.length() > LARGEST_MESSAGE / 3
                    && text.getBytes(StandardCharsets.UTF_8).length > LARGEST_MESSAGE;
        }
    }
}
