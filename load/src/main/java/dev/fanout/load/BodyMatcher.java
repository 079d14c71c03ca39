package dev.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A {@link BodyCheck} over bytes; allocates nothing while it matches. */
abstract class BodyMatcher {
  /** The matcher looks at no body, so that none need be kept. */
  static final BodyMatcher ANYTHING =
      new BodyMatcher() {
        @Override
        boolean matches(byte[] body, int kept, long length, int id) {
          return true;
        }
      };

  /**
   * @param kept so many bytes of the body are there to be looked at
   * @param length of the whole body
   */
  abstract boolean matches(byte[] body, int kept, long length, int id);

  static BodyMatcher of(BodyCheck check) {
    if (check instanceof BodyCheck.Contains contains) {
      return new Holes(contains.text(), false);
    }
    if (check instanceof BodyCheck.Length range) {
      return new BodyMatcher() {
        @Override
        boolean matches(byte[] body, int kept, long length, int id) {
          return length >= range.least() && length <= range.most();
        }
      };
    }
    if (check instanceof BodyCheck.All all) {
      return all(all.checks().stream().map(BodyMatcher::of).toArray(BodyMatcher[]::new));
    }
    if (check instanceof BodyCheck.Echoes echoes) {
      String query = echoes.query().map(text -> '"' + jsonText(text) + '"').orElse("null");
      return all(
          new Holes("\"path\":\"" + jsonText(echoes.path()) + "\"", true),
          new Holes("\"query\":" + query, true));
    }
    return ANYTHING;
  }

  private static BodyMatcher all(BodyMatcher... matchers) {
    return new BodyMatcher() {
      @Override
      boolean matches(byte[] body, int kept, long length, int id) {
        for (BodyMatcher matcher : matchers) {
          if (!matcher.matches(body, kept, length, id)) {
            return false;
          }
        }
        return true;
      }
    };
  }

  private static String jsonText(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** The pieces of a text one after another, with the drawn number between each two. */
  private static final class Holes extends BodyMatcher {
    private final byte[][] pieces;

    Holes(String text, boolean numbered) {
      String[] parts = numbered ? text.split("\\{id}", -1) : new String[] {text};
      this.pieces = new byte[parts.length][];
      for (int i = 0; i < parts.length; i++) {
        pieces[i] = parts[i].getBytes(UTF_8);
      }
    }

    @Override
    boolean matches(byte[] body, int kept, long length, int id) {
      byte first = pieces[0][0];
      for (int start = 0; start + pieces[0].length <= kept; start++) {
        if (body[start] == first && matchesAt(body, kept, start, id)) {
          return true;
        }
      }
      return false;
    }

    private boolean matchesAt(byte[] body, int length, int start, int id) {
      int at = start;
      for (int i = 0; i < pieces.length; i++) {
        if (i > 0) {
          at = afterNumber(body, length, at, id);
        }
        byte[] piece = pieces[i];
        if (at < 0 || at + piece.length > length) {
          return false;
        }
        for (byte expected : piece) {
          if (body[at++] != expected) {
            return false;
          }
        }
      }
      return true;
    }

    /** Just past the decimal digits of {@code id}, or -1. */
    private static int afterNumber(byte[] body, int length, int start, int id) {
      int divisor = 1;
      while (id / divisor >= 10) {
        divisor *= 10;
      }
      int at = start;
      for (; divisor > 0; divisor /= 10) {
        if (at >= length || body[at++] != '0' + id / divisor % 10) {
          return -1;
        }
      }
      return at;
    }
  }
}
