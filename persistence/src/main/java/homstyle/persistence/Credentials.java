package homstyle.persistence;

/**
 * Whom a database server lets in. Its text does not show the password.
 *
 * @param password empty where the server asks for none
 */
public record Credentials(String user, String password) {
    /** For a file, which asks nobody who they are. */
    public static final Credentials NONE = new Credentials("", "");

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
