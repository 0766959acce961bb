package homstyle.session;

import com.typesafe.config.ConfigFactory;
import homstyle.protocol.Client;
import homstyle.protocol.ClientFrame;
import homstyle.protocol.ClientId;
import homstyle.protocol.Comment;
import homstyle.protocol.CommentId;
import homstyle.protocol.CommentText;
import homstyle.protocol.FinishId;
import homstyle.protocol.Item;
import homstyle.protocol.ItemId;
import homstyle.protocol.Lock;
import homstyle.protocol.Obstacle;
import homstyle.protocol.PersonName;
import homstyle.protocol.Plan;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.Role;
import homstyle.protocol.RoomDraft;
import homstyle.protocol.RoomId;
import homstyle.protocol.ServerFrame;
import homstyle.protocol.Sku;
import homstyle.protocol.Title;
import homstyle.protocol.UnlockReason;
import homstyle.protocol.UserId;
import homstyle.room.ClusterMessage;
import homstyle.room.Member;
import homstyle.room.RoomCommand;
import homstyle.room.RoomNotice;
import homstyle.room.RoomState;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes from node to node arrives as it was sent. */
class ClusterMessagesTest {
    private static final ActorTestKit KIT = ActorTestKit.create(
            "messages",
            ConfigFactory.defaultOverrides()
                    .withFallback(ConfigFactory.parseResources("application.conf"))
                    .withFallback(ConfigFactory.defaultReference())
                    .resolve());
    private static final ItemId SOFA = new ItemId("sofa");
    private static final FinishId OAT = new FinishId("oat");
    private static final RequestId ID = new RequestId("r1");
    private static final ClientId RED = new ClientId("red");
    private static final Client CLIENT =
            new Client(RED, new UserId("anna"), new PersonName("Änna"), "#112233", Role.OWNER);
    private static final Member MEMBER = new Member("socket-1", CLIENT, 1_790_000_000_000L);
    private static final RoomId ROOM = new RoomId("den");

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    private static final Comment COMMENT = new Comment(
            new CommentId("comment-1"),
            SOFA,
            RED,
            CLIENT.name(),
            CLIENT.color(),
            1_790_000_000_000L,
            new CommentText("Grön i stället?"));
    private static final Plan WITH_COLUMN =
            Plan.DEFAULT.with(List.of(new Obstacle(Obstacle.Kind.COLUMN, 2_000, 2_000, 300, 400, 2_500, 45)));

    static Stream<ClusterMessage> messages() {
        ActorRef<RoomNotice> notices = KIT.<RoomNotice>createTestProbe().getRef();
        ActorRef<RoomGateway.Message> gateway =
                KIT.<RoomGateway.Message>createTestProbe().getRef();
        var lock = new Lock(SOFA, RED, CLIENT.name(), CLIENT.color(), 7, 1_790_000_030_000L);
        var item = new Item(SOFA, new Sku("HS-SOFA-220"), 1, -2, 90, OAT);
        var state = new RoomState(7, new Title("Hall"), WITH_COLUMN, List.of(item), List.of(lock), List.of(COMMENT));
        var changes = List.<ServerFrame.Change>of(
                new ServerFrame.Moved(8, 1, RED, ID, SOFA, 3, 4, 5),
                new ServerFrame.Unlocked(9, 1, RED, null, List.of(SOFA), UnlockReason.EXPIRED),
                new ServerFrame.Reshaped(10, 1, RED, ID, WITH_COLUMN),
                new ServerFrame.Placed(11, 1, RED, ID, item),
                new ServerFrame.Finished(12, 1, RED, ID, SOFA, OAT),
                new ServerFrame.Finished(13, 1, RED, ID, SOFA, null));
        var answers = new RoomNotice.Answers(
                "socket-1",
                3,
                "stay-1",
                List.of(
                        new ServerFrame.Accepted(ID, 7),
                        ServerFrame.Rejected.because(ID, RejectionCode.LOCKED, "Änna has it")));
        return Stream.of(
                new RoomCommand.Requests(
                        notices,
                        MEMBER,
                        3,
                        "stay-1",
                        List.of(
                                new ClientFrame.Place(ID, SOFA, new Sku("HS-SOFA-220"), 1, 2, 3),
                                new ClientFrame.Place(ID, SOFA, new Sku("HS-SOFA-220"), 1, 2, 3, OAT),
                                new ClientFrame.Finish(ID, SOFA, OAT, 4, true),
                                new ClientFrame.Lock(ID, List.of(SOFA)),
                                new ClientFrame.Move(ID, SOFA, 1, 2, 3, 4, true),
                                new ClientFrame.Remove(ID, SOFA, 4),
                                new ClientFrame.Arrange(
                                        ID,
                                        List.of(
                                                new ClientFrame.Place(ID, SOFA, new Sku("HS-SOFA-220"), 1, 2, 3),
                                                new ClientFrame.Move(ID, new ItemId("lamp"), 1, 2, 3, 4, false),
                                                new ClientFrame.Remove(ID, new ItemId("rug"), 4)),
                                        true),
                                new ClientFrame.Unlock(ID, List.of(SOFA), true),
                                new ClientFrame.Reshape(ID, Plan.DEFAULT, true, 4),
                                new ClientFrame.Rename(ID, new Title("Hall")))),
                new RoomCommand.Join(notices, MEMBER, null),
                new RoomCommand.Join(notices, MEMBER, 5L),
                new RoomCommand.Leave(RED, "socket-1"),
                new RoomCommand.Renew(RED),
                new RoomCommand.Present(notices, List.of(MEMBER), 7),
                new RoomCommand.Create(
                        CLIENT,
                        RoomDraft.parse(""),
                        List.of(item),
                        KIT.<RoomCommand.Creation>createTestProbe().getRef()),
                new RoomCommand.Describe(KIT.<RoomState>createTestProbe().getRef()),
                RoomCommand.CheckLeases.NOW,
                RoomCommand.Creation.EXISTS,
                state,
                new RoomNotice.Changed(changes, null),
                new RoomNotice.Changed(List.of(), answers),
                new RoomNotice.NotStored("socket-1", 3),
                new RoomNotice.OtherStay("socket-1", "stay-1", "stay-2"),
                new RoomNotice.Welcomed("socket-1", 7L, state),
                new RoomNotice.Welcomed("socket-1", null, state),
                new RoomNotice.Resumed("socket-1", 7, 10, changes, List.of(lock)),
                new RoomNotice.ReadJournal("socket-1", 1, 7),
                new RoomNotice.Replaced("socket-1"),
                new RoomNotice.Asleep(10),
                new Gateway.WhoIsIn(ROOM, 10),
                new Gateway.Peer(ROOM, gateway),
                new Gateway.FindRooms(KIT.<Gateway.Message>createTestProbe().getRef()),
                new Gateway.RoomsFound(KIT.<Gateway.Message>createTestProbe().getRef()),
                new RoomGateway.Peer(gateway),
                new RoomGateway.Others(gateway, List.of(CLIENT)),
                new RoomGateway.OthersMoved(
                        new ServerFrame.Motion(List.of(new ServerFrame.CursorAt(RED, 1, 2)), List.of())),
                new RoomGateway.OthersMoved(
                        new ServerFrame.Motion(List.of(), List.of(), new ServerFrame.SketchBy(RED, Plan.DEFAULT))));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void arrivesAsItWasSent(ClusterMessage message) {
        KIT.serializationTestKit().verifySerialization(message, true);
    }
}
