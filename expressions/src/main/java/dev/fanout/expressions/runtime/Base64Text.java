package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Base64 and hexadecimal text of {@code System.Convert}. */
public final class Base64Text {
  private static final int LINE = 76;
  private static final int INSERT_LINE_BREAKS = 1;

  private Base64Text() {}

  public static String toBase64String(byte @Nullable [] bytes) {
    byte[] known = required(bytes);
    Fence.steps(known.length / 16);
    return Base64.getEncoder().encodeToString(known);
  }

  /** Lines end in CR LF, whatever the platform. */
  public static String toBase64String(byte @Nullable [] bytes, int options) {
    if (options != 0 && options != INSERT_LINE_BREAKS) {
      throw Failures.argument("Illegal enum value: " + options + ".", "options");
    }
    String text = toBase64String(bytes);
    if (options == 0) {
      return text;
    }
    StringBuilder lines = new StringBuilder(text.length() + text.length() / LINE * 2);
    for (int at = 0; at < text.length(); at += LINE) {
      lines.append(at == 0 ? "" : "\r\n").append(text, at, Math.min(text.length(), at + LINE));
    }
    return lines.toString();
  }

  public static String toBase64String(byte @Nullable [] bytes, int offset, int length) {
    return toBase64String(part(required(bytes), offset, length), 0);
  }

  public static String toBase64String(
      byte @Nullable [] bytes, int offset, int length, int options) {
    return toBase64String(part(required(bytes), offset, length), options);
  }

  private static byte[] required(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw Failures.argumentNull("inArray");
    }
    return bytes;
  }

  private static byte[] part(byte[] bytes, int offset, int length) {
    if (length < 0) {
      throw Failures.negative("length", length);
    }
    if (offset < 0) {
      throw Failures.negative("offset", offset);
    }
    if (offset > bytes.length - length) {
      throw Failures.outOfRange(
          "Offset and length must refer to a position in the string.", "offset");
    }
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }

  /** White space is skipped; padding is required. */
  public static byte[] fromBase64String(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    Fence.steps(text.length() / 16);
    StringBuilder bare = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        throw notBase64();
      }
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        bare.append(c);
      }
    }
    if (bare.length() % 4 != 0) {
      throw notBase64();
    }
    try {
      return Base64.getDecoder().decode(bare.toString().getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw notBase64();
    }
  }

  public static byte[] fromBase64CharArray(char @Nullable [] characters, int offset, int length) {
    if (characters == null) {
      throw Failures.argumentNull("inArray");
    }
    if (length < 0) {
      throw Failures.negative("length", length);
    }
    if (offset < 0) {
      throw Failures.negative("offset", offset);
    }
    if (offset > characters.length - length) {
      throw Failures.outOfRange(
          "Offset and length must refer to a position in the string.", "offset");
    }
    return fromBase64String(new String(characters, offset, length));
  }

  private static ExpressionFailure notBase64() {
    return Failures.format(
        "The input is not a valid Base-64 string as it contains a non-base 64 character, more than"
            + " two padding characters, or an illegal character among the padding characters.");
  }

  public static String toHexString(byte @Nullable [] bytes) {
    return HexFormat.of().withUpperCase().formatHex(required(bytes));
  }

  public static String toHexString(byte @Nullable [] bytes, int offset, int length) {
    return toHexString(part(required(bytes), offset, length));
  }

  public static String toHexStringLower(byte @Nullable [] bytes) {
    return HexFormat.of().formatHex(required(bytes));
  }

  public static byte[] fromHexString(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    if (text.length() % 2 != 0) {
      throw Failures.format(
          "The input is not a valid hex string as its length is not a multiple of 2.");
    }
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw Failures.format(
          "The input is not a valid hex string as it contains a non-hex character.");
    }
  }
}
