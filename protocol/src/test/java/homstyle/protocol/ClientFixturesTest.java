package homstyle.protocol;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClientFixturesTest {
    private static final ItemId SOFA = new ItemId("sofa-1");
    private static final ItemId TABLE = new ItemId("table-1");

    private static final Map<String, ClientFrame> EXPECTED = Map.ofEntries(
            entry(
                    "place",
                    new ClientFrame.Place(id("request-1"), new ItemId("lamp-2"), new Sku("HS-LAMP-45"), 400, 400, 0)),
            entry(
                    "place-edge-of-the-world",
                    new ClientFrame.Place(
                            id("request-2"),
                            new ItemId("A_z-09"),
                            new Sku("WARDROBE_2-doors"),
                            -100_000,
                            100_000,
                            359)),
            entry(
                    "place-finish",
                    new ClientFrame.Place(
                            id("request-22"),
                            new ItemId("sofa-2"),
                            new Sku("HS-SOFA-240"),
                            2_600,
                            3_700,
                            180,
                            new FinishId("oat"))),
            entry("finish", new ClientFrame.Finish(id("request-20"), SOFA, new FinishId("smoke-blue"), 26, false)),
            entry(
                    "finish-release",
                    new ClientFrame.Finish(
                            id("request-21"), new ItemId("lamp-2"), new FinishId("terracotta"), 45, true)),
            entry("lock", new ClientFrame.Lock(id("request-3"), List.of(SOFA))),
            entry("lock-group", new ClientFrame.Lock(id("request-4"), List.of(TABLE, new ItemId("rug-1")))),
            entry("lock-plan", new ClientFrame.Lock(id("request-5"), List.of(ItemId.PLAN))),
            entry("move", new ClientFrame.Move(id("request-6"), SOFA, 2_650, 3_720, 180, 26, false)),
            entry("move-release", new ClientFrame.Move(id("request-7"), SOFA, 2_700, 3_700, 185, 26, true)),
            entry("remove", new ClientFrame.Remove(id("request-8"), SOFA, 35)),
            entry("unlock", new ClientFrame.Unlock(id("request-9"), List.of(SOFA), false)),
            entry(
                    "unlock-force",
                    new ClientFrame.Unlock(id("request-10"), List.of(new ItemId("armchair-1"), TABLE), true)),
            entry("reshape", new ClientFrame.Reshape(id("request-11"), lShaped(), true, 31)),
            entry(
                    "reshape-obstacles",
                    new ClientFrame.Reshape(id("request-16"), lShaped().with(obstacles()), false, 31)),
            entry("reshape-short-openings", new ClientFrame.Reshape(id("request-12"), threeWalls(), true, 31)),
            entry("rename", new ClientFrame.Rename(id("request-13"), new Title("Sommarstuga 🌞"))),
            entry("rename-trimmed", new ClientFrame.Rename(id("åäö 🪑"), new Title("Hemma hos oss"))),
            entry(
                    "comment",
                    new ClientFrame.Comment(
                            id("request-17"),
                            new CommentId("comment-1"),
                            SOFA,
                            new CommentText("Samma soffa i grönt? 🌿"))),
            entry(
                    "comment-room",
                    new ClientFrame.Comment(
                            id("request-18"),
                            new CommentId("comment-2"),
                            ItemId.PLAN,
                            new CommentText("Where does the old bookcase go?"))),
            entry("resolve", new ClientFrame.Resolve(id("request-19"), new CommentId("comment-1"))),
            entry(
                    "arrange",
                    new ClientFrame.Arrange(
                            id("request-20"),
                            List.of(
                                    new ClientFrame.Move(id("request-20"), SOFA, 2_700, 3_700, 185, 26, false),
                                    new ClientFrame.Move(id("request-20"), TABLE, 2_650, 2_500, 95, 26, false)),
                            true)),
            entry(
                    "arrange-swap",
                    new ClientFrame.Arrange(
                            id("request-21"),
                            List.of(
                                    new ClientFrame.Remove(id("request-21"), SOFA, 35),
                                    new ClientFrame.Place(
                                            id("request-21"),
                                            new ItemId("sofa-2"),
                                            new Sku("HS-SOFA-180"),
                                            2_700,
                                            3_700,
                                            180)),
                            false)),
            entry("undo", new ClientFrame.Undo(id("request-14"))),
            entry("redo", new ClientFrame.Redo(id("request-15"))),
            entry("drag", new ClientFrame.Drag(SOFA, 2_655, 3_710, 182, 26)),
            entry(
                    "drags",
                    new ClientFrame.Drags(List.of(
                            new ClientFrame.Drag(SOFA, 2_655, 3_710, 182, 26),
                            new ClientFrame.Drag(TABLE, 2_640, 2_520, 92, 26)))),
            entry("sketch", new ClientFrame.Sketch(lShaped().with(obstacles()), 31)),
            entry("cursor", new ClientFrame.Cursor(1_200, -340)),
            entry("sync", new ClientFrame.Sync(24)),
            entry("sync-farthest", new ClientFrame.Sync(9_007_199_254_740_991L)),
            entry("ping", new ClientFrame.Ping(null)),
            entry("ping-id", new ClientFrame.Ping(id("are you there?"))),
            entry("pong", new ClientFrame.Pong(null)),
            entry("pong-id", new ClientFrame.Pong(id("7"))));

    static Stream<Map.Entry<String, String>> fixtures() {
        return Fixtures.client().entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    @DisplayName("A client's frame is read with all its fields")
    void frameIsRead(Map.Entry<String, String> fixture) {
        assertThat(Fixtures.decoded(fixture.getValue())).as(fixture.getKey()).isEqualTo(EXPECTED.get(fixture.getKey()));
    }

    @Test
    @DisplayName("Every client fixture has an expectation, and every expectation a fixture")
    void fixturesAndExpectationsMatch() {
        assertThat(Fixtures.client().keySet()).isEqualTo(EXPECTED.keySet());
    }

    @Test
    @DisplayName("Every frame a client can send has a fixture")
    void everyFrameHasAFixture() {
        assertThat(Fixtures.client().values().stream().map(Fixtures::decoded).map(Object::getClass))
                .containsAll(Fixtures.records(ClientFrame.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    @DisplayName("Fields that a later version added are ignored")
    void unknownFieldsAreIgnored(Map.Entry<String, String> fixture) {
        var grown = fixture.getValue().replaceFirst("\\{", "{\"since-v1.1\":{\"deep\":[[1.5,null]]},");
        assertThat(Fixtures.decoded(grown)).as(fixture.getKey()).isEqualTo(EXPECTED.get(fixture.getKey()));
    }

    private static final List<String> LEFT_OUT = List.of(
            "{\"type\":\"ping\",\"id\":null}",
            "{\"type\":\"move\",\"id\":\"1\",\"item\":\"sofa-1\",\"x\":0,\"y\":0,\"rotation\":0,\"fence\":1,\"release\":null}",
            "{\"type\":\"unlock\",\"id\":\"1\",\"items\":[\"sofa-1\"],\"force\":null}");

    @ParameterizedTest
    @FieldSource("LEFT_OUT")
    @DisplayName("An optional field that is null counts as left out")
    void nullIsLeftOut(String text) {
        var without = text.replaceFirst(",\"[a-z]+\":null", "");
        assertThat(without).isNotEqualTo(text);
        assertThat(Fixtures.decoded(text)).isEqualTo(Fixtures.decoded(without));
    }

    private static RequestId id(String value) {
        return new RequestId(value);
    }

    private static List<Obstacle> obstacles() {
        return List.of(
                new Obstacle(Obstacle.Kind.COLUMN, 3_000, 4_300, 300, 300, 2_700, 0),
                new Obstacle(Obstacle.Kind.RADIATOR, 3_200, 60, 1_400, 120, 600, 0),
                new Obstacle(Obstacle.Kind.FIXTURE, 200, 5_000, 400, 1_200, 900, 90));
    }

    private static Plan lShaped() {
        return new Plan(
                List.of(
                        new Corner(0, 0),
                        new Corner(6_400, 0),
                        new Corner(6_400, 4_300),
                        new Corner(3_000, 4_300),
                        new Corner(3_000, 5_600),
                        new Corner(0, 5_600)),
                2_700,
                List.of(
                        new Opening(
                                Opening.Kind.WINDOW, 0, 2_400, 1_600, 1_200, 900, Opening.Hinge.LEFT, Opening.Swing.IN),
                        new Opening(
                                Opening.Kind.DOOR, 4, 1_000, 900, 2_050, 0, Opening.Hinge.RIGHT, Opening.Swing.OUT)));
    }

    /** Its fixture leaves hinge and swing out. */
    private static Plan threeWalls() {
        return new Plan(
                List.of(new Corner(0, 0), new Corner(3_000, 0), new Corner(0, 4_000)),
                2_400,
                List.of(
                        new Opening(Opening.Kind.DOOR, 2, 1_000, 800, 2_000, 0, Opening.Hinge.LEFT, Opening.Swing.IN),
                        new Opening(
                                Opening.Kind.PASSAGE, 0, 0, 3_000, 2_400, 0, Opening.Hinge.LEFT, Opening.Swing.IN)));
    }
}
