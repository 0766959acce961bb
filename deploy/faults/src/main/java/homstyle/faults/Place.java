package homstyle.faults;

import java.util.List;

/** Where faults of the network strike. */
public interface Place {
    String name();

    /** Those that fail together: all to and from a node cut it off, the one to the database leaves nodes without it. */
    List<Wire> wires();
}
