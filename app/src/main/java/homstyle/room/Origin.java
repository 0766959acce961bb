package homstyle.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import homstyle.protocol.Client;
import homstyle.protocol.ClientId;
import homstyle.protocol.Lock;
import homstyle.protocol.PersonName;
import homstyle.protocol.RequestId;
import homstyle.protocol.UserId;

/**
 * Where a change came from.
 *
 * @param at epoch milliseconds
 * @param user null where the room acted by itself for a client that is gone
 * @param id the request that asked for it; null for none
 * @param reversal null for a change that takes no other back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Origin(long at, ClientId client, UserId user, PersonName name, RequestId id, Reversal reversal) {

    static Origin of(Client client, RequestId id, long at) {
        return new Origin(at, client.client(), client.user(), client.name(), id, null);
    }

    /** The holder of a lock that the room ends by itself. */
    static Origin of(Lock lock, long at) {
        return new Origin(at, lock.by(), null, lock.name(), null, null);
    }

    /** The same doing as a further step of the request, which the first step has answered already. */
    Origin further() {
        return new Origin(at, client, user, name, null, reversal);
    }

    Origin reverting(Reversal reverted) {
        return new Origin(at, client, user, name, id, reverted);
    }
}
