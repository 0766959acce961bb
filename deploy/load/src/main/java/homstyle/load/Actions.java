package homstyle.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.http.action.ws.WsInboundMessage;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.WsFrameCheck;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a tab can do, in Gatling's terms.
 *
 * <p>A tab is to see every frame, in order. While a virtual user waits for a check, Gatling shows each frame to the check;
 * at other times it keeps them in a buffer, which {@link #read} empties. Sending clears the buffer, so each send reads
 * first: both happen in one turn of the event loop, in which nothing can come between.
 */
final class Actions {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(20);
    private static final String TAB = "tab";

    private final Run run;

    Actions(Run run) {
        this.run = run;
    }

    static Session with(Session session, Tab tab) {
        return session.set(TAB, tab);
    }

    static Tab tab(Session session) {
        return session.get(TAB);
    }

    /** Something of ours that a tab does at this point. */
    ChainBuilder then(Consumer<Tab> action) {
        return exec(session -> {
            action.accept(tab(session));
            return session;
        });
    }

    /** Connects, or comes back, and waits until the tab is told all that it misses. */
    ChainBuilder connect(String name) {
        return exec(ws(name).connect(session -> tab(session).socket())
                .subprotocol(session -> tab(session).subprotocols())
                .await(CONNECT_PATIENCE)
                .on(awaited(name)));
    }

    ChainBuilder close(String name) {
        return exec(ws(name).close());
    }

    /** Shows the tab what has come since it last looked. */
    ChainBuilder read() {
        return exec(ws.processUnmatchedMessages((messages, session) -> {
            take(messages, tab(session));
            return session;
        }));
    }

    /** Sends a request and waits for its answer. */
    ChainBuilder ask(String name, Function<Tab, String> request) {
        return exec(
                read(),
                exec(ws(name).sendText(session -> request.apply(tab(session)))
                        .await(PATIENCE)
                        .on(awaited(name))));
    }

    /** Sends a frame that has no answer. */
    ChainBuilder tell(String name, Function<Tab, String> frame) {
        return exec(read(), exec(ws(name).sendText(session -> frame.apply(tab(session)))));
    }

    ChainBuilder await(Signal signal) {
        return asLongAs(_ -> !signal.isRaised()).on(pause(_ -> signal.nextLook(run.plan.look())));
    }

    /** The end of every scenario: tells whether the tab is still there, and stays until all may go. */
    ChainBuilder settle() {
        return exec(await(run.last), ask("ping", Tab::ping), then(run::settled), await(run.end));
    }

    private static void take(List<WsInboundMessage> messages, Tab tab) {
        for (var message : messages) {
            if (message instanceof WsInboundMessage.Text text) {
                tab.receive(text.message());
            }
        }
    }

    private static WsFrameCheck awaited(String name) {
        return ws.checkTextMessage(name + " answered")
                .matching(bodyString()
                        .transformWithSession((text, session) -> tab(session).receive(text))
                        .is(true));
    }
}
