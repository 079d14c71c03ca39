package dev.fanout.load;

import java.util.List;
import java.util.Optional;

/** What a response body must be; compared as bytes, without a JSON tree. */
public sealed interface BodyCheck {

  /** Any body, empty ones too. */
  record Anything() implements BodyCheck {}

  /** The UTF-8 bytes of {@code text} stand somewhere in the body's first 64 KiB. */
  record Contains(String text) implements BodyCheck {
    public Contains {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("an empty text is in every body; use Anything");
      }
    }
  }

  /** The body has from {@code least} to {@code most} bytes. */
  record Length(long least, long most) implements BodyCheck {
    public Length {
      if (least < 0 || most < least) {
        throw new IllegalArgumentException("length " + least + ".." + most + " is no range");
      }
    }
  }

  /** Every one of the checks. */
  record All(List<BodyCheck> checks) implements BodyCheck {
    public All {
      checks = List.copyOf(checks);
      if (checks.isEmpty()) {
        throw new IllegalArgumentException("no check at all; use Anything");
      }
    }
  }

  /**
   * The mock backend's answer, whose JSON shows the path and the raw query that it received.
   *
   * @param path raw path that must have reached the backend; {@code {id}} stands for the drawn
   *     number
   * @param query raw query without {@code ?}, {@code {id}} as above; empty: the backend must have
   *     seen none
   */
  record Echoes(String path, Optional<String> query) implements BodyCheck {
    public Echoes {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("path '" + path + "' does not start with /");
      }
    }

    public Echoes(String path) {
      this(path, Optional.empty());
    }

    /** Names of the query only: a value may be a credential. */
    @Override
    public String toString() {
      return "Echoes[path="
          + path
          + ", query="
          + query.map(text -> text.replaceAll("=[^&]*", "=…")).orElse("none")
          + "]";
    }
  }
}
