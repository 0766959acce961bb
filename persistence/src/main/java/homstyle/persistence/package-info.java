/**
 * The journal in a database: how Pekko Persistence reaches it, the tables it needs, and reading it without an actor
 * system. Knows nothing of rooms; what is stored are persistence ids, sequence numbers and bytes.
 *
 * <p>The way in is {@link homstyle.persistence.JournalDatabase}. What differs between databases is behind the sealed
 * {@code Dialect}, its settings in a {@code .conf} file and its tables in a folder of migrations.
 */
package homstyle.persistence;
