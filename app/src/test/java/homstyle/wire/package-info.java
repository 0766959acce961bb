/**
 * The protocol's rules, proved through a really bound port: {@link homstyle.wire.RunningServer} is the service,
 * {@link homstyle.wire.TestClient} a real WebSocket client, {@link homstyle.wire.RawSocket} one that may misbehave. Each
 * test carries the id of its rule. Tests share a server and take rooms of their own.
 */
package homstyle.wire;
