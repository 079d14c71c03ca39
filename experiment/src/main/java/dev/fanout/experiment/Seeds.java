package dev.fanout.experiment;

/** Independent random seeds from one, by the finaliser of SplitMix64. */
final class Seeds {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** The same for the same two numbers; unrelated for neighbouring {@code index}es. */
  static long derive(long seed, long index) {
    long z = seed + GOLDEN_GAMMA * (index + 1);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
