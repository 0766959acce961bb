/**
 * What operators see of a running service. {@link homstyle.metrics.RoomMetrics} has every meter; the others only tell
 * it what happened.
 */
package homstyle.metrics;
