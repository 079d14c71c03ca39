package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** {@code RNGCryptoServiceProvider}. */
public final class RandomBytes {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomBytes() {}

  public static RandomBytes create() {
    return new RandomBytes();
  }

  public void getBytes(byte @Nullable [] data) {
    if (data == null) {
      throw Failures.argumentNull("data");
    }
    Fence.steps(data.length / 16);
    RANDOM.nextBytes(data);
  }

  public void getNonZeroBytes(byte @Nullable [] data) {
    getBytes(data);
    if (data != null) {
      for (int i = 0; i < data.length; i++) {
        data[i] = data[i] == 0 ? (byte) (1 + RANDOM.nextInt(255)) : data[i];
      }
    }
  }

  public void dispose() {
    // Holds nothing.
  }
}
