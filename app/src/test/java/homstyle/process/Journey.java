package homstyle.process;

/** What the clients of a long test share: how far they are, and whether to go on. */
final class Journey {
    private int moves;
    private int era;
    private boolean enough;
    private boolean over;

    /** A move was acknowledged. */
    synchronized void moved() {
        moves++;
    }

    synchronized int moves() {
        return moves;
    }

    /** How often the server was killed so far. */
    synchronized int era() {
        return era;
    }

    synchronized void nextEra() {
        era++;
    }

    /** Whether to ask for nothing more, only to wait for what is unanswered. */
    synchronized boolean isEnough() {
        return enough;
    }

    synchronized void letThatBeEnough() {
        enough = true;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized void end() {
        over = true;
    }
}
