package dev.fanout.expressions.syntax;

/**
 * A number as written, without its digit separators.
 *
 * @param digits for radix 10 perhaps with a point and an exponent; never empty
 * @param radix 2, 10 or 16
 * @param suffix in lower case, one of "", u, l, ul, f, d, m ("lu" is given as ul)
 */
public record NumberLiteral(String digits, int radix, String suffix, boolean real) {
  public NumberLiteral {
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("a number without digits");
    }
    if (radix != 2 && radix != 10 && radix != 16) {
      throw new IllegalArgumentException("radix " + radix + " is not 2, 10 or 16");
    }
  }
}
