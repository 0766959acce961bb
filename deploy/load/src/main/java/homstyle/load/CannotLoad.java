package homstyle.load;

/** The run cannot start or go on, for a reason that whoever started it can put right. */
final class CannotLoad extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotLoad(String message) {
        super(message);
    }
}
