package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.runtime.Failures;

/** The bits of {@code RegexOptions}. */
final class Flags {
  static final int NONE = 0;
  static final int IGNORE_CASE = 1;
  static final int MULTILINE = 2;
  static final int EXPLICIT_CAPTURE = 4;
  static final int COMPILED = 8;
  static final int SINGLELINE = 16;
  static final int IGNORE_WHITESPACE = 32;
  static final int RIGHT_TO_LEFT = 64;
  static final int ECMA_SCRIPT = 256;
  static final int CULTURE_INVARIANT = 512;
  static final int NON_BACKTRACKING = 1024;

  private static final int WITH_ECMA_SCRIPT =
      ECMA_SCRIPT | IGNORE_CASE | MULTILINE | COMPILED | CULTURE_INVARIANT;
  private static final int BITS = 11;

  private Flags() {}

  /** Refuses unknown bits and combinations that .NET refuses. */
  static void check(int options) {
    boolean unknown = options >>> BITS != 0;
    boolean ecma = (options & ECMA_SCRIPT) != 0 && (options & ~WITH_ECMA_SCRIPT) != 0;
    boolean forward =
        (options & NON_BACKTRACKING) != 0 && (options & (ECMA_SCRIPT | RIGHT_TO_LEFT)) != 0;
    if (unknown || ecma || forward) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "options");
    }
  }

  /** The option of a letter in {@code (?imnsx)}, 0 if it is none. */
  static int ofLetter(char letter) {
    return switch (letter) {
      case 'i', 'I' -> IGNORE_CASE;
      case 'm', 'M' -> MULTILINE;
      case 'n', 'N' -> EXPLICIT_CAPTURE;
      case 's', 'S' -> SINGLELINE;
      case 'x', 'X' -> IGNORE_WHITESPACE;
      default -> NONE;
    };
  }
}
