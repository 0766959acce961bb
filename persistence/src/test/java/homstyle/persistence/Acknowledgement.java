package homstyle.persistence;

/** One line of what {@link CrashingWriter} prints. */
record Acknowledgement(String id, long revision, String line) {

    static Acknowledgement parse(String printed) {
        var fields = printed.split("\t");
        return new Acknowledgement(fields[0], Long.parseLong(fields[1]), fields[2]);
    }
}
