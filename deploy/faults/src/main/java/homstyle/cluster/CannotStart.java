package homstyle.cluster;

/** A local cluster could not be started; the message is for whoever asked for it. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
