package homstyle.protocol;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** An inner corner of the room, in millimetres; {@code [x, y]} in JSON. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"x", "y"})
public record Corner(int x, int y) {
    public Corner {
        Check.coordinate("x", x);
        Check.coordinate("y", y);
    }

    double distanceTo(Corner other) {
        return Math.hypot((double) other.x - x, (double) other.y - y);
    }
}
