/**
 * The service as operators have it: real processes with the flags of {@code deploy/jvm.options}, on ports and data
 * folders of their own, started, asked, killed and started again.
 */
package homstyle.process;
