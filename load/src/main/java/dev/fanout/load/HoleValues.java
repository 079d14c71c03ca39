package dev.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fanout.load.RequestPart.Literal;
import dev.fanout.load.RequestPart.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the holes of texts: cuts them into parts, and encodes each column once for each place. */
final class HoleValues {
  private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.-]*)}");

  private record Cell(int table, int column) {}

  private record Encoding(Cell cell, Place place) {}

  private final List<Parameters> tables;
  private final Map<String, Cell> columns = new HashMap<>();
  private final Map<Encoding, byte[][]> encodings = new HashMap<>();

  HoleValues(List<Parameters> tables) {
    this.tables = tables;
    for (int table = 0; table < tables.size(); table++) {
      List<String> names = tables.get(table).columns();
      for (int column = 0; column < names.size(); column++) {
        columns.put(names.get(column), new Cell(table, column));
      }
    }
  }

  /** What is declared under no name is text, braces and all. */
  List<RequestPart> parts(String text, Place place) {
    List<RequestPart> parts = new ArrayList<>();
    Matcher holes = HOLE.matcher(text);
    int done = 0;
    while (holes.find()) {
      Optional<RequestPart> hole = hole(holes.group(1), place);
      if (hole.isPresent()) {
        addLiteral(parts, text.substring(done, holes.start()));
        parts.add(hole.get());
        done = holes.end();
      }
    }
    addLiteral(parts, text.substring(done));
    return parts;
  }

  /** A target with its holes filled; for messages. */
  String target(String template, int id, int[] rows) {
    return HOLE.matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), id, rows)));
  }

  private String value(String name, int id, int[] rows) {
    Cell cell = columns.get(name);
    if (name.equals("id")) {
      return Integer.toString(id);
    }
    return cell == null
        ? "{" + name + "}"
        : new String(encoding(cell, Place.TARGET, name)[rows[cell.table()]], UTF_8);
  }

  private Optional<RequestPart> hole(String name, Place place) {
    Cell cell = columns.get(name);
    if (name.equals("id")) {
      return Optional.of(new RequestPart.Number());
    }
    return cell == null
        ? Optional.empty()
        : Optional.of(new RequestPart.Column(cell.table(), encoding(cell, place, name)));
  }

  private byte[][] encoding(Cell cell, Place place, String name) {
    return encodings.computeIfAbsent(
        new Encoding(cell, place), wanted -> encoded(wanted.cell(), place, name));
  }

  private byte[][] encoded(Cell cell, Place place, String name) {
    List<List<String>> rows = tables.get(cell.table()).rows();
    byte[][] values = new byte[rows.size()][];
    for (int row = 0; row < values.length; row++) {
      String value = rows.get(row).get(cell.column());
      if (place == Place.HEADER && !value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
        throw new IllegalArgumentException(
            "column "
                + name
                + ", row "
                + (row + 1)
                + ": the value for a header is not visible ASCII");
      }
      values[row] = place == Place.TARGET ? percentEncoded(value) : value.getBytes(UTF_8);
    }
    return values;
  }

  private static void addLiteral(List<RequestPart> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Literal(text.getBytes(UTF_8)));
    }
  }

  private static byte[] percentEncoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : value.getBytes(UTF_8)) {
      int c = b & 0xff;
      boolean unreserved =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '.'
              || c == '_'
              || c == '~';
      if (unreserved) {
        encoded.append((char) c);
      } else {
        encoded.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return encoded.toString().getBytes(UTF_8);
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }
}
