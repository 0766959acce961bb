package homstyle.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homstyle.persistence.Notebook.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every journal has to do. A database joins by a subclass that names one of its own, empty at first. */
abstract class JournalContract {
    /** Pekko's own, of text. */
    private static final int STRING_SERIALIZER = 20;

    abstract JournalDatabase database();

    Credentials credentials() {
        return Credentials.NONE;
    }

    @Test
    void eventsAreNumberedFromOneAndKeptInOrder() {
        var lines = IntStream.rangeClosed(1, 600).mapToObj(n -> "line " + n).toList();
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (var notebooks = Notebooks.on(database())) {
            var answers =
                    lines.stream().map(line -> notebooks.writing("red", line)).toList();
            assertThat(answers)
                    .extracting(answer -> answer.toCompletableFuture().join())
                    .isEqualTo(LongStream.rangeClosed(1, 600)
                            .mapToObj(Answer.Written::new)
                            .toList());
        }

        var stored = stored("red", 0, Long.MAX_VALUE);
        assertThat(stored).extracting(JournalContract::line).isEqualTo(lines);
        assertThat(stored).extracting(StoredEvent::sequenceNumber).isEqualTo(upTo(600));
        assertThat(stored).extracting(StoredEvent::writtenAt).allMatch(at -> !at.isBefore(before));
    }

    @Test
    void aRangeIsReadWithBothItsEnds() {
        writeLines("red", 10);

        assertThat(stored("red", 3, 5)).extracting(StoredEvent::sequenceNumber).containsExactly(3L, 4L, 5L);
        assertThat(stored("red", 10, 99))
                .extracting(StoredEvent::sequenceNumber)
                .containsExactly(10L);
        assertThat(stored("red", 11, 99)).isEmpty();
        assertThat(stored("red", 5, 3)).isEmpty();
    }

    @Test
    void noMoreIsReadThanIsWanted() {
        writeLines("red", 300);

        for (var wanted : List.of(1, 255, 256, 257)) {
            var read = new ArrayList<Long>();
            database().reader().eventsWhile("red", 1, 300, event -> {
                read.add(event.sequenceNumber());
                return event.sequenceNumber() < wanted;
            });
            assertThat(read).isEqualTo(upTo(wanted));
        }
    }

    @Test
    void idsDoNotMix() {
        try (var notebooks = Notebooks.on(database())) {
            for (var n = 1; n <= 20; n++) {
                notebooks.write("red|1", "red " + n);
                notebooks.write("red|2", "blue " + n);
            }
            notebooks.write("Red|3", "green");
            assertThat(notebooks.read("red|1").text()).doesNotContain("blue").hasLineCount(20);
        }

        var reader = database().reader();
        assertThat(stored("red|2", 1, 20)).extracting(JournalContract::line).allMatch(line -> line.startsWith("blue"));
        assertThat(reader.persistenceIds("red|")).containsExactly("red|1", "red|2");
        assertThat(reader.persistenceIds("")).contains("Red|3", "red|1", "red|2");
        assertThat(reader.persistenceIds("blue")).isEmpty();
        assertThat(reader.highest("red|1")).isEqualTo(20);
        assertThat(reader.highest("nobody")).isZero();
    }

    @Test
    void anEntityIsRebuiltFromItsEvents() {
        writeLines("red", 500);

        try (var notebooks = Notebooks.on(database())) {
            var contents = notebooks.read("red");
            assertThat(contents.text()).hasLineCount(500).startsWith("line 1\n").endsWith("line 500\n");
            assertThat(contents.revision()).isEqualTo(500);
            assertThat(contents.replayed()).isEqualTo(500);
            assertThat(notebooks.write("red", "next")).isEqualTo(new Answer.Written(501));
        }
    }

    @Test
    void theLatestSnapshotSparesTheReplayOfWhatCameBefore() {
        try (var notebooks = Notebooks.on(database())) {
            for (var line : List.of("one", Notebook.SNAPSHOT + " 2", "three", Notebook.SNAPSHOT + " 4", "five")) {
                notebooks.write("red", line);
            }
            notebooks.write("blue", Notebook.SNAPSHOT + " 1");
        }

        try (var notebooks = Notebooks.on(database())) {
            assertThat(notebooks.read("red"))
                    .isEqualTo(new Notebook.Contents("one\nsnapshot 2\nthree\nsnapshot 4\nfive\n", 5, 1));
            assertThat(notebooks.read("blue")).isEqualTo(new Notebook.Contents("snapshot 1\n", 1, 0));
        }
    }

    @Test
    void aSecondWriterIsRefusedAndCatchesUp() {
        try (var first = Notebooks.on(database());
                var second = Notebooks.on(database())) {
            first.write("red", "from the first");
            assertThat(second.read("red").revision()).isEqualTo(1);
            first.write("red", "again from the first");

            assertThat(second.write("red", "from the second, which has not seen that"))
                    .isInstanceOf(Answer.Unavailable.class);

            assertThat(second.read("red").text()).isEqualTo("from the first\nagain from the first\n");
            assertThat(second.write("red", "now it has")).isEqualTo(new Answer.Written(3));
        }
        assertThat(database().reader().highest("red")).isEqualTo(3);
    }

    @Test
    void aRefusedWriteCostsOthersNothing() {
        var ids = IntStream.range(0, 20).mapToObj(n -> "other " + n).toList();
        try (var first = Notebooks.on(database());
                var second = Notebooks.on(database())) {
            for (var round = 1; round <= 20; round++) {
                second.read("red");
                first.writeUntilStored("red", "round " + round);
                var line = "line " + round;
                var refused = second.writing("red", "stale");
                var answers = new ArrayList<CompletionStage<Answer>>();
                ids.forEach(id -> answers.add(second.writing(id, line)));
                assertThat(refused.toCompletableFuture().join()).isInstanceOf(Answer.Unavailable.class);
                assertThat(answers)
                        .extracting(answer -> answer.toCompletableFuture().join())
                        .containsOnly(new Answer.Written(round));
            }
        }

        var expected = IntStream.rangeClosed(1, 20).mapToObj(n -> "line " + n).toList();
        for (var id : ids) {
            assertThat(stored(id, 1, Long.MAX_VALUE))
                    .as(id)
                    .extracting(JournalContract::line)
                    .isEqualTo(expected);
        }
        assertThat(stored("red", 1, Long.MAX_VALUE)).hasSize(20);
    }

    @Test
    void twoWritersOfTheSameEntitiesMakeOneHistory() {
        var ids = IntStream.range(0, 10).mapToObj(n -> "room " + n).toList();
        var lines = IntStream.rangeClosed(1, 5).mapToObj(n -> "line " + n).toList();
        try (var first = Notebooks.on(database());
                var second = Notebooks.on(database());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var id : ids) {
                threads.submit(() -> lines.forEach(line -> first.writeUntilStored(id, "first " + line)));
                threads.submit(() -> lines.forEach(line -> second.writeUntilStored(id, "second " + line)));
            }
        }
        for (var id : ids) {
            var stored = stored(id, 1, Long.MAX_VALUE);
            assertThat(stored).extracting(StoredEvent::sequenceNumber).isEqualTo(upTo(10));
            assertThat(stored)
                    .extracting(JournalContract::line)
                    .containsSubsequence(
                            lines.stream().map(line -> "first " + line).toList())
                    .containsSubsequence(
                            lines.stream().map(line -> "second " + line).toList());
        }
    }

    @Test
    void serversThatStartAtOnceAllFindTheTables() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starting = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> database().migrate()))
                    .toList();
            for (var one : starting) {
                one.get();
            }
        }
        assertThat(database().reader().persistenceIds("")).isEmpty();
    }

    @Test
    void aSnapshotOutOfABatchIsTheLatestOfItsId() {
        writeLines("red", 3);
        writeLines("blue", 1);
        try (var snapshots = database().snapshotWriter()) {
            snapshots.save(new StoredSnapshot("red", 2, STRING_SERIALIZER, "", () -> "two".getBytes(UTF_8)));
            snapshots.save(new StoredSnapshot("blue", 1, STRING_SERIALIZER, "", () -> "blue".getBytes(UTF_8)));
            snapshots.save(new StoredSnapshot("red", 3, STRING_SERIALIZER, "", () -> "three".getBytes(UTF_8)));
        }
        try (var notebooks = Notebooks.on(database())) {
            assertThat(notebooks.read("red")).isEqualTo(new Notebook.Contents("three", 3, 0));
            assertThat(notebooks.read("blue")).isEqualTo(new Notebook.Contents("blue", 1, 0));
        }
    }

    @Test
    void everyCommitIsTimed() {
        var times = new CopyOnWriteArrayList<Duration>();
        try (var notebooks = Notebooks.on(database(), new CommitTimes(times::add))) {
            notebooks.write("red", "one");
            notebooks.write("red", "two");
            notebooks.read("red");
        }
        assertThat(times).hasSize(2).allMatch(Duration::isPositive);
    }

    @Test
    void readingGoesOnBesideAWriter() {
        try (var notebooks = Notebooks.on(database())) {
            notebooks.write("red", "line 1");
            var seen = 1L;
            for (var round = 0; round < 50; round++) {
                var writing = IntStream.range(0, 20)
                        .mapToObj(_ -> notebooks.writing("red", "more"))
                        .toList();
                var events = stored("red", 1, Long.MAX_VALUE);
                assertThat(events).extracting(StoredEvent::sequenceNumber).isEqualTo(upTo(events.size()));
                assertThat((long) events.size()).isGreaterThanOrEqualTo(seen);
                seen = writing.stream()
                        .map(answer -> answer.toCompletableFuture().join())
                        .mapToLong(answer -> ((Answer.Written) answer).revision())
                        .max()
                        .orElseThrow();
            }
            assertThat(database().reader().highest("red")).isEqualTo(seen).isEqualTo(1001);
        }
    }

    @Test
    void aReaderWhoseConsumerFailsCanReadAgain() {
        writeLines("red", 3);
        var reader = database().reader();
        assertThatThrownBy(() -> reader.events("red", 1, 3, _ -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(stored("red", 1, 3)).hasSize(3);
    }

    @Test
    void whatWasAcknowledgedSurvivesAKilledProcess() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var acknowledged = new ArrayList<Acknowledgement>();
        for (var round = 1; round <= 3; round++) {
            acknowledged.addAll(writeAndKillAfter(50 + random.nextInt(1500)));
            for (var n = 0; n < CrashingWriter.NOTEBOOKS; n++) {
                var id = "notebook " + n;
                var stored = stored(id, 1, Long.MAX_VALUE);
                assertThat(stored)
                        .as("no gap in %s after kill %d, seed %d", id, round, seed)
                        .extracting(StoredEvent::sequenceNumber)
                        .isEqualTo(upTo(stored.size()));
                assertThat(acknowledged)
                        .filteredOn(acknowledgement -> acknowledgement.id().equals(id))
                        .as("acknowledged in %s and stored, kill %d, seed %d", id, round, seed)
                        .isNotEmpty()
                        .allSatisfy(acknowledgement -> assertThat(
                                        line(stored.get((int) acknowledgement.revision() - 1)))
                                .isEqualTo(acknowledgement.line()));
            }
        }
        try (var notebooks = Notebooks.on(database())) {
            var last = database().reader().highest("notebook 0");
            assertThat(notebooks.read("notebook 0").revision()).isEqualTo(last);
            assertThat(notebooks.write("notebook 0", "after")).isEqualTo(new Answer.Written(last + 1));
        }
    }

    /** So many at least, and one of each notebook: none is sure to begin before another has written much. */
    private List<Acknowledgement> writeAndKillAfter(int acknowledgements) throws Exception {
        var received = new ArrayList<Acknowledgement>();
        var heard = new HashSet<String>();
        try (var writer = ForkedJvm.run(
                CrashingWriter.class,
                database().url(),
                credentials().user(),
                credentials().password())) {
            String printed;
            while ((printed = writer.nextLine()) != null) {
                var acknowledgement = Acknowledgement.parse(printed);
                received.add(acknowledgement);
                if (received.size() % 100 == 0) {
                    assertThat(database().reader().highest(acknowledgement.id()))
                            .as("read beside the process that writes")
                            .isGreaterThanOrEqualTo(acknowledgement.revision());
                }
                heard.add(acknowledgement.id());
                if (received.size() >= acknowledgements && heard.size() == CrashingWriter.NOTEBOOKS) {
                    writer.kill();
                }
            }
        }
        assertThat(received).hasSizeGreaterThanOrEqualTo(acknowledgements);
        return received;
    }

    List<StoredEvent> stored(String id, long from, long to) {
        var events = new ArrayList<StoredEvent>();
        database().reader().events(id, from, to, events::add);
        return events;
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    static String line(StoredEvent event) {
        return new String(event.payload(), UTF_8);
    }

    private void writeLines(String id, int count) {
        try (var notebooks = Notebooks.on(database())) {
            IntStream.rangeClosed(1, count)
                    .mapToObj(n -> notebooks.writing(id, "line " + n))
                    .toList()
                    .forEach(answer -> answer.toCompletableFuture().join());
        }
    }
}
