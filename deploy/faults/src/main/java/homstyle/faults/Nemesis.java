package homstyle.faults;

import java.util.random.RandomGenerator;

/** One kind of fault. Strikes one target at a time: each {@link #strike} is followed by one {@link #heal}. */
public interface Nemesis {
    /** What histories and summaries call it. */
    String name();

    /** @return what it struck */
    String strike(RandomGenerator random) throws Exception;

    /** Puts right what the last strike did. What serves again need not be ready yet. */
    void heal() throws Exception;
}
