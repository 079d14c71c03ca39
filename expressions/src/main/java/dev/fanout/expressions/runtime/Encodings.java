package dev.fanout.expressions.runtime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code System.Text.Encoding}, a java.nio.charset.Charset on the JVM. */
public final class Encodings {
  private Encodings() {}

  public static Charset utf8() {
    return StandardCharsets.UTF_8;
  }

  public static Charset ascii() {
    return StandardCharsets.US_ASCII;
  }

  public static byte[] getBytes(Charset self, @Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    return self == StandardCharsets.UTF_8 ? Utf8.bytes(text) : text.getBytes(self);
  }

  public static String getString(Charset self, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw Failures.argumentNull("bytes");
    }
    String text = new String(bytes, self);
    // .NET replaces what is no ASCII by a question mark.
    return self == StandardCharsets.US_ASCII ? text.replace('\uFFFD', '?') : text;
  }
}
