package homstyle.room;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.JournalProtocol.WriteMessageFailure;

/**
 * A write of several events that fails is refused once for each of them. The first refusal lets the entity start anew;
 * the others would wait among the commands that come meanwhile, and Pekko halts at each until another command comes.
 */
final class FirstRefusalOnly extends BehaviorInterceptor<WriteMessageFailure, Object> {
    /** The entity's instance that was refused, as Pekko numbers them from 1 on. */
    private int refusedLife;

    private FirstRefusalOnly() {
        super(WriteMessageFailure.class);
    }

    /** @param entity an event sourced behavior */
    static <C> Behavior<C> of(Behavior<C> entity) {
        return Behaviors.intercept(FirstRefusalOnly::new, entity.unsafeCast()).unsafeCast();
    }

    @Override
    public Behavior<Object> aroundReceive(
            TypedActorContext<WriteMessageFailure> context, WriteMessageFailure refusal, ReceiveTarget<Object> entity) {
        if (refusal.actorInstanceId() == refusedLife) {
            return Behaviors.same();
        }
        refusedLife = refusal.actorInstanceId();
        return entity.apply(context, refusal);
    }
}
