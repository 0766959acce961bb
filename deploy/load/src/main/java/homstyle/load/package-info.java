/**
 * The load generator: many tabs against a running server, played by Gatling's virtual users.
 *
 * <p>A scenario has two halves. Its tabs are a chain of Gatling's actions, one virtual user a tab; its conductor is plain
 * Java on a thread of its own, which waits for all tabs, measures the server and raises the signals that tabs wait for.
 */
package homstyle.load;
