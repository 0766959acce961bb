package homstyle.load;

/**
 * The most that a measure may be.
 *
 * @param option what set it
 * @param absent what a run counts as that has not measured it
 */
record Limit(Measure measure, double most, String option, double absent) {

    /** One that whoever started the run has asked for: not to be measured is to miss it. */
    static Limit asked(Measure measure, double most, String option) {
        return new Limit(measure, most, option, Double.NaN);
    }

    /** One that always holds, where it can be measured. */
    static Limit always(Measure measure, double most, String option) {
        return new Limit(measure, most, option, 0);
    }
}
