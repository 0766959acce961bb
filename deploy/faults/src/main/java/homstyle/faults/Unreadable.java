package homstyle.faults;

/** A history that cannot be judged: it is damaged, not whole, or says what no client can have done. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param line counted from 1 */
    Unreadable(int line, String what) {
        super("line %d: %s".formatted(line, what));
    }
}
