package homstyle.faults;

/**
 * One deliberate deviation of a {@link MutantRoom}.
 *
 * <p>It has the rule that the checker must name, and how many requests of clients are enough for it to do so, whatever
 * the seed.
 */
enum Mutant {
    ACKNOWLEDGES_BEFORE_COMMIT("R2", 2_000),
    IGNORES_THE_FENCE("L2", 1_000),
    IGNORES_THE_HOLDER("L2", 100),
    DROPS_A_FRAME("R3", 500),
    DOUBLES_A_FRAME("R3", 500),
    SWAPS_TWO_FRAMES("R3", 150),
    SKIPS_A_REVISION("R1", 1_000),
    STORES_SOMETHING_ELSE("R3", 1_000),
    STORES_WHAT_NOBODY_SENT("R7", 1_000),
    FORGETS_REQUEST_IDS("R5", 500),
    ACCEPTS_AT_ANOTHER_REVISION("R5", 300),
    TAKES_REQUESTS_OUT_OF_ORDER("R7", 4_000),
    RESUMES_FROM_A_STALE_REVISION("R3", 200),
    RESUMES_TOO_FAR_AHEAD("R3", 200),
    WELCOMES_WHO_COULD_RESUME("R4", 300),
    FORGETS_WHO_COMES_BACK("R6", 200),
    SHOWS_AN_OLD_PICTURE("R3", 500),
    HAS_TWO_HOLDERS("L3", 150),
    FORGETS_LOCKS("L3", 500),
    RENEWS_WHAT_IS_OVER("L4", 1_000),
    SPLITS_A_RELEASE("R9", 2_000),
    SPLITS_A_GROUP("R10", 2_000),
    LEAVES_OUT_A_STEP("R10", 1_000);

    final String rule;
    final int operations;

    Mutant(String rule, int operations) {
        this.rule = rule;
        this.operations = operations;
    }
}
