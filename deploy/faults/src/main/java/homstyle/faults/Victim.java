package homstyle.faults;

/** A process that faults may befall, such as a node. */
public interface Victim {
    String name();

    /** The process as it runs now, or as it ran last. */
    ProcessHandle process();

    /** Starts it again after its process has ended. */
    void restart() throws Exception;
}
