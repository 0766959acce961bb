package homstyle.room;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.Serializers;

/** The service's configuration in an actor system without a cluster: what is stored is written and read as always. */
final class StandAlone implements AutoCloseable {
    private static final Config ALONE = ConfigFactory.parseString("""
            pekko.actor.provider = local
            pekko.loglevel = WARNING
            pekko.actor.testkit.typed.single-expect-default = 30s
            """);

    private final ActorTestKit kit;
    private final Serialization serialization;

    private StandAlone(ActorTestKit kit) {
        this.kit = kit;
        this.serialization = SerializationExtension.get(kit.system());
    }

    static StandAlone withoutJournal() {
        return on(ConfigFactory.empty());
    }

    /** @param journal as it lies between the service's settings and those of the libraries */
    static StandAlone on(Config journal) {
        var config = ALONE.withFallback(ConfigFactory.defaultOverrides())
                .withFallback(ConfigFactory.parseResources("application.conf"))
                .withFallback(journal)
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
        return new StandAlone(ActorTestKit.create("rooms", config));
    }

    ActorTestKit kit() {
        return kit;
    }

    Serializer serializerOf(Object stored) {
        return serialization.findSerializerFor(stored);
    }

    String manifestOf(Object stored) {
        return Serializers.manifestFor(serializerOf(stored), stored);
    }

    byte[] write(Object stored) {
        return serialization.serialize(stored).get();
    }

    /** Reads as a recovering room does: by what is stored beside the bytes. */
    Object read(byte[] bytes, int serializerId, String manifest) {
        return serialization.deserialize(bytes, serializerId, manifest).get();
    }

    @Override
    public void close() {
        kit.shutdownTestKit();
    }
}
