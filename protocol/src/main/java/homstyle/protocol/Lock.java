package homstyle.protocol;

/**
 * A lease on one item.
 *
 * @param by the client that holds it
 * @param name the holder's name when it was granted
 * @param color the holder's colour, {@code #rrggbb}
 * @param fence the revision at which it was granted; changes of the item must carry it
 * @param until when it ends unless renewed, in epoch milliseconds; a hint, renewals are not announced
 */
public record Lock(ItemId item, ClientId by, PersonName name, String color, long fence, long until) {}
