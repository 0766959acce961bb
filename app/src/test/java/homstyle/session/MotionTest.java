package homstyle.session;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ClientFrame.Cursor;
import homstyle.protocol.ClientFrame.Drag;
import homstyle.protocol.ClientFrame.Sketch;
import homstyle.protocol.ClientId;
import homstyle.protocol.ItemId;
import homstyle.protocol.Plan;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.ServerFrame.CursorAt;
import homstyle.protocol.ServerFrame.DragAt;
import homstyle.protocol.ServerFrame.SketchBy;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MotionTest {
    private static final ClientId ONE = new ClientId("guest-1");
    private static final ClientId TWO = new ClientId("guest-2");
    private static final ItemId SOFA = new ItemId("sofa");
    private static final ItemId STOOL = new ItemId("stool");

    private final Motion motion = new Motion();

    private static Drag drag(ItemId item, int x) {
        return new Drag(item, x, 0, 90, 1);
    }

    @Test
    @DisplayName("M1 the last value of each cursor and each dragged item wins")
    void lastValueWins() {
        motion.add(ONE, new Cursor(1, 1));
        motion.add(ONE, drag(SOFA, 1));
        motion.add(ONE, drag(STOOL, 1));
        motion.add(ONE, new Cursor(2, 2));
        motion.add(ONE, drag(SOFA, 2));
        assertThat(motion.all())
                .isEqualTo(new ServerFrame.Motion(
                        List.of(new CursorAt(ONE, 2, 2)),
                        List.of(new DragAt(ONE, SOFA, 2, 0, 90), new DragAt(ONE, STOOL, 1, 0, 90))));
    }

    @Test
    @DisplayName("M2 nobody is shown his own")
    void neverOnesOwn() {
        motion.add(ONE, new Cursor(1, 1));
        motion.add(TWO, drag(SOFA, 3));
        assertThat(motion.movers()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(motion.without(ONE))
                .isEqualTo(new ServerFrame.Motion(List.of(), List.of(new DragAt(TWO, SOFA, 3, 0, 90))));
        assertThat(motion.without(TWO)).isEqualTo(new ServerFrame.Motion(List.of(new CursorAt(ONE, 1, 1)), List.of()));
    }

    @Test
    @DisplayName("M5 the last sketch of the room wins, and is not shown to whom it is of")
    void sketches() {
        var narrow = Plan.rectangle(3_000, 5_000, 2_400);
        motion.add(ONE, new Sketch(Plan.DEFAULT, 1));
        motion.add(ONE, new Sketch(narrow, 1));
        assertThat(motion.movers()).containsExactly(ONE);
        assertThat(motion.all().sketch()).isEqualTo(new SketchBy(ONE, narrow));
        assertThat(motion.without(ONE).sketch()).isNull();
        assertThat(motion.without(TWO).sketch()).isEqualTo(new SketchBy(ONE, narrow));

        var overtaken = motion.add(new ServerFrame.Motion(List.of(), List.of(), new SketchBy(TWO, Plan.DEFAULT)));
        assertThat(overtaken).isEqualTo(1);
        assertThat(motion.all().sketch().plan()).isEqualTo(Plan.DEFAULT);
        motion.forget(ItemId.PLAN);
        assertThat(motion.isEmpty()).isTrue();
    }

    @Test
    @DisplayName("M1 a later tick goes over one that still waits")
    void merging() {
        var first = motion.add(new ServerFrame.Motion(List.of(new CursorAt(ONE, 1, 1)), List.of()));
        var overtaken = motion.add(new ServerFrame.Motion(
                List.of(new CursorAt(ONE, 9, 9), new CursorAt(TWO, 2, 2)), List.of(new DragAt(TWO, SOFA, 3, 0, 90))));
        assertThat(first).isZero();
        assertThat(overtaken).isEqualTo(1);
        assertThat(motion.all().cursors()).containsExactly(new CursorAt(ONE, 9, 9), new CursorAt(TWO, 2, 2));
        assertThat(motion.all().drags()).hasSize(1);
    }

    @Test
    void forgetsItemsAndClients() {
        motion.add(ONE, drag(SOFA, 1));
        motion.add(TWO, drag(STOOL, 1));
        motion.add(TWO, new Cursor(1, 1));
        motion.forget(SOFA);
        assertThat(motion.movers()).containsExactly(TWO);
        motion.forget(TWO);
        assertThat(motion.isEmpty()).isTrue();
    }
}
