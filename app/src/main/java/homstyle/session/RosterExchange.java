package homstyle.session;

import homstyle.protocol.Client;
import homstyle.session.RoomGateway.Message;
import homstyle.session.RoomGateway.Others;
import homstyle.session.RoomGateway.PeerGone;
import homstyle.session.RoomGateway.TellOthers;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** Tells the gateways of other nodes who is here, and hears from them who is there (P1). */
final class RosterExchange {
    /** Many who come at once are told to other nodes at once; well within P1's second. */
    private static final Duration BETWEEN_ROSTERS = Duration.ofMillis(100);
    /** What is lost between nodes is told again after this. */
    private static final Duration ROSTER_AGAIN = Duration.ofSeconds(10);

    private final ActorContext<Message> context;
    private final TimerScheduler<Message> timers;
    private final Roster roster;
    private boolean told = true;

    RosterExchange(ActorContext<Message> context, TimerScheduler<Message> timers, Roster roster) {
        this.context = context;
        this.timers = timers;
        this.roster = roster;
    }

    /** There is another gateway with members in this room. */
    void met(ActorRef<Message> gateway) {
        if (!gateway.equals(context.getSelf())) {
            tell(gateway);
        }
    }

    void heard(ActorRef<Message> gateway, List<Client> clients) {
        if (!roster.peers().contains(gateway)) {
            context.watchWith(gateway, new PeerGone(gateway));
            tell(gateway);
            if (!timers.isTimerActive(TellOthers.NOW)) {
                timers.startSingleTimer(TellOthers.NOW, TellOthers.NOW, ROSTER_AGAIN);
            }
        }
        roster.heard(gateway, clients);
    }

    void lost(ActorRef<Message> gateway) {
        roster.lost(gateway);
    }

    /** Somebody has come or gone here. */
    void changed() {
        if (!roster.peers().isEmpty() && told) {
            timers.startSingleTimer(TellOthers.NOW, TellOthers.NOW, BETWEEN_ROSTERS);
            told = false;
        }
    }

    void tellAll() {
        roster.peers().forEach(this::tell);
        if (!roster.peers().isEmpty()) {
            timers.startSingleTimer(TellOthers.NOW, TellOthers.NOW, ROSTER_AGAIN);
        }
        told = true;
    }

    private void tell(ActorRef<Message> gateway) {
        gateway.tell(new Others(context.getSelf(), roster.clientsHere()));
    }
}
