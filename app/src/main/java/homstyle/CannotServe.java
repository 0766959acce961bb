package homstyle;

/** The server cannot start, for a reason that whoever started it can put right. */
final class CannotServe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotServe(String message, Throwable cause) {
        super(message, cause);
    }
}
