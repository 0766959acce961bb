/**
 * The fault suite: shoppers that note down all they do and see, faults that strike meanwhile, and the checker that
 * holds the history against the journal afterwards.
 *
 * <p>The checker knows the protocol and nothing of the service: it shares frames and values with it, and no rule.
 */
package homstyle.faults;
