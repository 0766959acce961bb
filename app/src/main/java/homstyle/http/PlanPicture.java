package homstyle.http;

import homstyle.catalogue.Catalogue;
import homstyle.catalogue.Product;
import homstyle.protocol.Corner;
import homstyle.protocol.Item;
import homstyle.protocol.Obstacle;
import homstyle.protocol.Opening;
import homstyle.protocol.Opening.Hinge;
import homstyle.protocol.Opening.Swing;
import homstyle.protocol.Plan;
import homstyle.protocol.Sku;
import homstyle.room.RoomState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws the plan into the page, so that it is there before any script has run. The twin of the client's
 * {@code plan/picture.ts}, which describes the DOM: both write the same text for the same room, and a test compares
 * them. Lengths are millimetres.
 */
final class PlanPicture {
    private static final int WALL = 120;
    /** How far the gap of a door or passage reaches over the floor, lest a seam shows. */
    private static final int OVER_THE_FLOOR = 10;

    /** From rib to rib of a radiator. */
    private static final int RIB = 60;

    private static final int UNKNOWN_SIZE = 600;
    private static final Set<String> RUGS = Set.of("rug", "round-rug", "runner");

    private final Map<Sku, Product> products;

    PlanPicture(Catalogue catalogue) {
        this.products = catalogue.products();
    }

    String draw(RoomState room) {
        var bounds = Bounds.of(room.plan().outline());
        var margin = Math.max(600, Math.max(bounds.width(), bounds.height()) / 12);
        var viewBox = "%d %d %d %d"
                .formatted(
                        bounds.left() - margin,
                        bounds.top() - margin,
                        bounds.width() + 2 * margin,
                        bounds.height() + 2 * margin);
        return "<svg class=\"plan\" viewBox=\"" + viewBox + "\" preserveAspectRatio=\"xMidYMid meet\">"
                + shell(room.plan(), bounds)
                + furniture(room.items())
                + "</svg>";
    }

    private record Bounds(int left, int top, int width, int height) {
        static Bounds of(List<Corner> outline) {
            var xs = outline.stream().mapToInt(Corner::x).summaryStatistics();
            var ys = outline.stream().mapToInt(Corner::y).summaryStatistics();
            return new Bounds(xs.getMin(), ys.getMin(), xs.getMax() - xs.getMin(), ys.getMax() - ys.getMin());
        }
    }

    private static String shell(Plan plan, Bounds bounds) {
        var shape = plan.outline().stream()
                .map(corner -> corner.x() + " " + corner.y())
                .collect(Collectors.joining("L", "M", "Z"));
        return "<path class=\"wall\" d=\"%s\" stroke-width=\"%d\"/>".formatted(shape, 2 * WALL)
                + "<clipPath id=\"plan-floor\"><path d=\"%s\"/></clipPath>".formatted(shape)
                + "<path class=\"floor\" d=\"%s\"/>".formatted(shape)
                + "<g class=\"grid\" clip-path=\"url(#plan-floor)\">"
                + "<path class=\"fine\" d=\"%s\"/>".formatted(grid(bounds, 100, 1_000))
                + "<path class=\"coarse\" d=\"%s\"/></g>".formatted(grid(bounds, 1_000, Integer.MAX_VALUE))
                + plan.openings().stream()
                        .map(opening -> opening(plan.outline(), opening))
                        .collect(Collectors.joining("", "<g class=\"openings\">", "</g>"))
                + obstacles(plan.obstacles());
    }

    private static String obstacles(List<Obstacle> obstacles) {
        return obstacles.isEmpty()
                ? ""
                : obstacles.stream()
                        .map(PlanPicture::obstacle)
                        .collect(Collectors.joining("", "<g class=\"obstacles\">", "</g>"));
    }

    private static String obstacle(Obstacle obstacle) {
        var left = -(obstacle.width() / 2);
        var back = -(obstacle.depth() / 2);
        var picture = new StringBuilder("<g class=\"obstacle %s\" transform=\"translate(%d %d) rotate(%d)\">"
                .formatted(obstacle.kind(), obstacle.x(), obstacle.y(), obstacle.rotation()));
        picture.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                .formatted(left, back, obstacle.width(), obstacle.depth()));
        if (obstacle.kind() == Obstacle.Kind.RADIATOR) {
            picture.append("<path d=\"");
            for (int way = RIB; way < obstacle.width(); way += RIB) {
                picture.append("M%d %dv%d".formatted(left + way, back, obstacle.depth()));
            }
            picture.append("\"/>");
        }
        return picture.append("</g>").toString();
    }

    /** Lines every {@code step}, but not where a coarser grid has its own. */
    private static String grid(Bounds bounds, int step, int except) {
        var path = new StringBuilder();
        var right = bounds.left() + bounds.width();
        var bottom = bounds.top() + bounds.height();
        for (int x = (Math.floorDiv(bounds.left(), step) + 1) * step; x < right; x += step) {
            if (x % except != 0 || except == Integer.MAX_VALUE) {
                path.append("M%d %dV%d".formatted(x, bounds.top(), bottom));
            }
        }
        for (int y = (Math.floorDiv(bounds.top(), step) + 1) * step; y < bottom; y += step) {
            if (y % except != 0 || except == Integer.MAX_VALUE) {
                path.append("M%d %dH%d".formatted(bounds.left(), y, right));
            }
        }
        return path.toString();
    }

    private static String opening(List<Corner> outline, Opening opening) {
        var wall = Wall.of(outline, opening.wall());
        var start = opening.offset();
        var end = opening.offset() + opening.width();
        var inner = opening.kind() == Opening.Kind.WINDOW ? 0 : OVER_THE_FLOOR;
        var gap = "M%sL%sL%sL%sZ"
                .formatted(wall.at(start, inner), wall.at(end, inner), wall.at(end, -WALL), wall.at(start, -WALL));
        var jambs = "M%sL%sM%sL%s"
                .formatted(wall.at(start, 0), wall.at(start, -WALL), wall.at(end, 0), wall.at(end, -WALL));
        return "<g class=\"opening %s\">".formatted(opening.kind())
                + "<path class=\"gap\" d=\"%s\"/><path class=\"jamb\" d=\"%s\"/>".formatted(gap, jambs)
                + switch (opening.kind()) {
                    case DOOR -> leaf(opening, wall);
                    case WINDOW -> pane(start, end, wall);
                    case PASSAGE -> "";
                }
                + "</g>";
    }

    private static String leaf(Opening door, Wall wall) {
        var inwards = door.swing() == Swing.IN;
        var left = door.hinge() == Hinge.LEFT;
        var far = door.offset() + door.width();
        var hinge = left ? door.offset() : far;
        var latch = left ? far : door.offset();
        var sill = inwards ? 0 : -WALL;
        var tip = wall.at(hinge, inwards ? door.width() : -WALL - door.width());
        return "<path class=\"leaf\" d=\"M%sL%s\"/>".formatted(wall.at(hinge, sill), tip)
                + "<path class=\"swing\" d=\"M%sA%d %d 0 0 %d %s\"/>"
                        .formatted(tip, door.width(), door.width(), left == inwards ? 0 : 1, wall.at(latch, sill));
    }

    private static String pane(int start, int end, Wall wall) {
        return "<path class=\"pane\" d=\"M%sL%sM%sL%s\"/>"
                .formatted(wall.at(start, -45), wall.at(end, -45), wall.at(start, -75), wall.at(end, -75));
    }

    /** A wall's beginning and direction; points of it go by the distance along it and into the room. */
    private record Wall(Corner from, double east, double south) {
        static Wall of(List<Corner> outline, int index) {
            var a = outline.get(index % outline.size());
            var b = outline.get((index + 1) % outline.size());
            double dx = b.x() - a.x();
            double dy = b.y() - a.y();
            var length = Math.sqrt(dx * dx + dy * dy);
            return new Wall(a, dx / length, dy / length);
        }

        String at(int along, int inwards) {
            return Math.round(from.x() + east * along - south * inwards) + " "
                    + Math.round(from.y() + south * along + east * inwards);
        }
    }

    /** Rugs lie under all the rest. */
    private String furniture(List<Item> items) {
        var rugs = new StringBuilder("<g class=\"rugs\">");
        var pieces = new StringBuilder("<g class=\"pieces\">");
        for (var item : items) {
            var product = products.get(item.sku());
            var layer = product != null && RUGS.contains(product.kind()) ? rugs : pieces;
            layer.append(piece(item, product));
        }
        return rugs + "</g>" + pieces + "</g>";
    }

    private static String piece(Item item, Product product) {
        var footprint =
                product == null ? footprint(UNKNOWN_SIZE, UNKNOWN_SIZE) : footprint(product.width(), product.depth());
        var symbol = product == null
                ? ""
                : "<use href=\"#%s\" %s color=\"%s\"/>"
                        .formatted(Html.escaped(product.kind()), footprint, Html.escaped(product.color(item.finish())));
        return "<g class=\"piece\" data-item=\"%s\" data-lock=\"none\" transform=\"translate(%d %d) rotate(%d)\">"
                        .formatted(item.item(), item.x(), item.y(), item.rotation())
                + symbol
                + "<rect class=\"outline\" %s/></g>".formatted(footprint);
    }

    private static String footprint(int width, int depth) {
        return "x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"".formatted(-(width / 2), -(depth / 2), width, depth);
    }
}
