package dev.fanout.expressions.runtime;

/**
 * Where variables live that lambdas share with the code around them; references use {@link Ref}.
 */
public final class Cells {
  private Cells() {}

  /** Of bool, char and all integers up to 32 bits. */
  public static final class OfInt {
    public int value;
  }

  /** Of long and ulong. */
  public static final class OfLong {
    public long value;
  }

  /** Of float. */
  public static final class OfFloat {
    public float value;
  }

  /** Of double. */
  public static final class OfDouble {
    public double value;
  }
}
