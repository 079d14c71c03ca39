package dev.fanout.expressions.runtime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code System.Text.Encoding}, a java.nio.charset.Charset on the JVM. */
public final class Encodings {
  private static final Charset UTF_32 = Charset.forName("UTF-32LE");
  private static final Charset UTF_32_BIG = Charset.forName("UTF-32BE");

  private Encodings() {}

  public static Charset utf8() {
    return StandardCharsets.UTF_8;
  }

  public static Charset ascii() {
    return StandardCharsets.US_ASCII;
  }

  public static Charset unicode() {
    return StandardCharsets.UTF_16LE;
  }

  public static Charset bigEndianUnicode() {
    return StandardCharsets.UTF_16BE;
  }

  public static Charset utf32() {
    return UTF_32;
  }

  public static Charset latin1() {
    return StandardCharsets.ISO_8859_1;
  }

  public static Charset getEncoding(@Nullable String name) {
    if (name == null) {
      throw Failures.argumentNull("name");
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode-2-0-utf-8", "x-unicode-2-0-utf-8" ->
          utf8();
      case "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "us", "cp367", "ibm367" -> ascii();
      case "utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2" -> unicode();
      case "utf-16be", "unicodefffe" -> bigEndianUnicode();
      case "utf-32", "utf-32le" -> utf32();
      case "utf-32be" -> UTF_32_BIG;
      case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "cp819", "ibm819" -> latin1();
      default ->
          throw Failures.argument(
              "'"
                  + name
                  + "' is not a supported encoding name. For information on defining a custom"
                  + " encoding, see the documentation for the Encoding.RegisterProvider method.",
              "name");
    };
  }

  public static Charset getEncoding(int codePage) {
    if (codePage < 0 || codePage > 65535) {
      throw Failures.outOfRange("Valid values are between 0 and 65535, inclusive.", "codepage");
    }
    return switch (codePage) {
      case 0, 65001 -> utf8();
      case 20127 -> ascii();
      case 1200 -> unicode();
      case 1201 -> bigEndianUnicode();
      case 12000 -> utf32();
      case 12001 -> UTF_32_BIG;
      case 28591 -> latin1();
      default ->
          throw new dev.fanout.expressions.ExpressionFailure(
              "System.NotSupportedException",
              "No data is available for encoding "
                  + codePage
                  + ". For information on defining a custom encoding, see the documentation for the"
                  + " Encoding.RegisterProvider method.");
    };
  }

  public static int codePage(Charset self) {
    return switch (self.name()) {
      case "UTF-8" -> 65001;
      case "US-ASCII" -> 20127;
      case "UTF-16LE" -> 1200;
      case "UTF-16BE" -> 1201;
      case "UTF-32LE" -> 12000;
      case "UTF-32BE" -> 12001;
      default -> 28591;
    };
  }

  public static String webName(Charset self) {
    return switch (self.name()) {
      case "UTF-16LE" -> "utf-16";
      case "UTF-32LE" -> "utf-32";
      default -> self.name().toLowerCase(Locale.ROOT);
    };
  }

  public static String encodingName(Charset self) {
    return switch (self.name()) {
      case "UTF-8" -> "Unicode (UTF-8)";
      case "US-ASCII" -> "US-ASCII";
      case "UTF-16LE" -> "Unicode";
      case "UTF-16BE" -> "Unicode (Big-Endian)";
      case "UTF-32LE" -> "Unicode (UTF-32)";
      case "UTF-32BE" -> "Unicode (UTF-32 Big-Endian)";
      default -> "Western European (ISO)";
    };
  }

  public static boolean isSingleByte(Charset self) {
    return self == StandardCharsets.US_ASCII || self == StandardCharsets.ISO_8859_1;
  }

  public static byte[] getPreamble(Charset self) {
    return switch (self.name()) {
      case "UTF-8" -> new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
      case "UTF-16LE" -> new byte[] {(byte) 0xFF, (byte) 0xFE};
      case "UTF-16BE" -> new byte[] {(byte) 0xFE, (byte) 0xFF};
      case "UTF-32LE" -> new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0};
      case "UTF-32BE" -> new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF};
      default -> new byte[0];
    };
  }

  public static byte[] getBytes(Charset self, @Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    Fence.steps(text.length() / 32);
    if (isSingleByte(self)) {
      return singleBytes(text, self == StandardCharsets.US_ASCII ? 127 : 255);
    }
    return self == StandardCharsets.UTF_8 ? Utf8.bytes(text) : Utf8.wellFormed(text).getBytes(self);
  }

  /** A question mark for each unit that does not fit. */
  private static byte[] singleBytes(String text, int highest) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      bytes[i] = (byte) (c > highest ? '?' : c);
    }
    return bytes;
  }

  public static byte[] getBytes(Charset self, char @Nullable [] characters) {
    if (characters == null) {
      throw Failures.argumentNull("chars");
    }
    return getBytes(self, new String(characters));
  }

  public static byte[] getBytes(Charset self, char @Nullable [] characters, int index, int count) {
    if (characters == null) {
      throw Failures.argumentNull("chars");
    }
    check(index, count, characters.length, "chars");
    return getBytes(self, new String(characters, index, count));
  }

  public static byte[] getBytes(Charset self, @Nullable String text, int index, int count) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    check(index, count, text.length(), "s");
    return getBytes(self, text.substring(index, index + count));
  }

  private static void check(int index, int count, int length, String parameter) {
    if (index < 0) {
      throw Failures.negative("index", index);
    }
    if (count < 0) {
      throw Failures.negative("count", count);
    }
    if (index > length - count) {
      throw Failures.outOfRange(
          "Index and count must refer to a location within the buffer.", parameter);
    }
  }

  public static int getByteCount(Charset self, @Nullable String text) {
    return getBytes(self, text).length;
  }

  public static int getByteCount(Charset self, char @Nullable [] characters) {
    return getBytes(self, characters).length;
  }

  public static String getString(Charset self, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw Failures.argumentNull("bytes");
    }
    Fence.steps(bytes.length / 32);
    if (self == StandardCharsets.US_ASCII) {
      return ascii(bytes);
    }
    return new String(bytes, self);
  }

  /** .NET replaces what is no ASCII by a question mark. */
  private static String ascii(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      text.append(b < 0 ? '?' : (char) b);
    }
    return text.toString();
  }

  public static String getString(Charset self, byte @Nullable [] bytes, int index, int count) {
    if (bytes == null) {
      throw Failures.argumentNull("bytes");
    }
    check(index, count, bytes.length, "bytes");
    return getString(self, Arrays.copyOfRange(bytes, index, index + count));
  }

  public static char[] getChars(Charset self, byte @Nullable [] bytes) {
    return getString(self, bytes).toCharArray();
  }

  public static char[] getChars(Charset self, byte @Nullable [] bytes, int index, int count) {
    return getString(self, bytes, index, count).toCharArray();
  }

  public static int getCharCount(Charset self, byte @Nullable [] bytes) {
    return getString(self, bytes).length();
  }

  public static int getCharCount(Charset self, byte @Nullable [] bytes, int index, int count) {
    return getString(self, bytes, index, count).length();
  }

  public static int getMaxByteCount(Charset self, int count) {
    if (count < 0) {
      throw Failures.negative("charCount", count);
    }
    int each =
        isSingleByte(self)
            ? 1
            : self == StandardCharsets.UTF_8 ? 3 : self.name().startsWith("UTF-16") ? 2 : 4;
    return (int) IntegerKind.INT32.checked((count + 1L) * each);
  }

  public static int getMaxCharCount(Charset self, int count) {
    if (count < 0) {
      throw Failures.negative("byteCount", count);
    }
    if (isSingleByte(self)) {
      return count;
    }
    return self == StandardCharsets.UTF_8
        ? count + 1
        : self.name().startsWith("UTF-16") ? (count >> 1) + (count & 1) + 1 : count / 2 + 2;
  }

  public static int putBytes(
      Charset self,
      @Nullable String text,
      int index,
      int count,
      byte @Nullable [] target,
      int targetIndex) {
    byte[] bytes = getBytes(self, text, index, count);
    if (target == null) {
      throw Failures.argumentNull("bytes");
    }
    if (targetIndex < 0 || targetIndex > target.length) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than or equal to the size of the"
              + " collection.",
          "byteIndex");
    }
    if (bytes.length > target.length - targetIndex) {
      throw Failures.argument(
          "The output byte buffer is too small to contain the encoded data, encoding '"
              + encodingName(self)
              + "' fallback 'System.Text.EncoderReplacementFallback'.",
          "bytes");
    }
    System.arraycopy(bytes, 0, target, targetIndex, bytes.length);
    return bytes.length;
  }

  public static int putBytes(
      Charset self,
      char @Nullable [] characters,
      int index,
      int count,
      byte @Nullable [] target,
      int targetIndex) {
    String text = characters == null ? null : new String(characters);
    return putBytes(self, text, index, count, target, targetIndex);
  }

  public static byte[] convert(
      @Nullable Charset from, @Nullable Charset to, byte @Nullable [] bytes) {
    if (from == null) {
      throw Failures.argumentNull("srcEncoding");
    }
    if (to == null) {
      throw Failures.argumentNull("dstEncoding");
    }
    return getBytes(to, getString(from, bytes));
  }
}
