/** The manifests of {@code deploy/kubernetes}: read strictly, rendered, and compared with what the service is. */
package homstyle.deploy;
