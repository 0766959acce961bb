package homstyle.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** Faults of whole processes. */
public final class Processes {
    private Processes() {}

    /** SIGKILL; healed by a restart. */
    public static Nemesis kill(Victims<? extends Victim> victims) {
        return new Kill(victims);
    }

    /** SIGSTOP: neither dead nor alive, and its sockets stay open; healed by SIGCONT. */
    public static Nemesis pause(Victims<? extends Victim> victims) {
        return new Pause(victims);
    }

    /**
     * SIGTERM, as in a rolling restart; healed by a restart when it has ended in order.
     *
     * @param patience how long that may take; who takes longer is killed, and the healing fails
     */
    public static Nemesis term(Victims<? extends Victim> victims, Duration patience) {
        return new Term(victims, patience);
    }

    /** A fault of the process that the victim has at the strike: another fault may give it a new one meanwhile. */
    private abstract static sealed class OnProcess implements Nemesis {
        private final Victims<? extends Victim> victims;
        private Victim victim;
        private ProcessHandle struck;

        OnProcess(Victims<? extends Victim> victims) {
            this.victims = victims;
        }

        @Override
        public String strike(RandomGenerator random) throws Exception {
            victim = victims.aim(random);
            struck = victim.process();
            strike(struck);
            return victim.name();
        }

        @Override
        public void heal() throws Exception {
            try {
                heal(victim, struck);
            } finally {
                victims.healed();
            }
        }

        abstract void strike(ProcessHandle process) throws Exception;

        abstract void heal(Victim victim, ProcessHandle struck) throws Exception;

        static void restart(Victim victim) throws Exception {
            if (!victim.process().isAlive()) {
                victim.restart();
            }
        }
    }

    private static final class Kill extends OnProcess {
        Kill(Victims<? extends Victim> victims) {
            super(victims);
        }

        @Override
        public String name() {
            return "kill";
        }

        @Override
        void strike(ProcessHandle process) {
            process.destroyForcibly();
            process.onExit().join();
        }

        @Override
        void heal(Victim victim, ProcessHandle struck) throws Exception {
            restart(victim);
        }
    }

    private static final class Pause extends OnProcess {
        Pause(Victims<? extends Victim> victims) {
            super(victims);
        }

        @Override
        public String name() {
            return "pause";
        }

        @Override
        void strike(ProcessHandle process) throws Exception {
            Signal.STOP.sendTo(process);
        }

        /** It may end by itself as soon as it goes on, when the others have given it up. */
        @Override
        void heal(Victim victim, ProcessHandle struck) throws Exception {
            Signal.CONT.sendTo(struck);
        }
    }

    private static final class Term extends OnProcess {
        private final Duration patience;

        Term(Victims<? extends Victim> victims, Duration patience) {
            super(victims);
            this.patience = patience;
        }

        @Override
        public String name() {
            return "term";
        }

        @Override
        void strike(ProcessHandle process) {
            process.destroy();
        }

        /** Who is paused meanwhile cannot end: it is let go on. */
        @Override
        void heal(Victim victim, ProcessHandle struck) throws Exception {
            Signal.CONT.sendTo(struck);
            try {
                struck.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                struck.destroyForcibly();
                struck.onExit().join();
                restart(victim);
                var what = "%s did not end within %s of SIGTERM";
                throw new IllegalStateException(what.formatted(victim.name(), patience), late);
            }
            restart(victim);
        }
    }
}
