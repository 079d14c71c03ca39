package dev.fanout.expressions.runtime.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As much of ASN.1's DER as RSA keys in the forms of PKCS #1 need. */
final class Der {
  private static final byte[] RSA_IDENTIFIER =
      HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int BITS = 0x03;

  private Der() {}

  /** The length of the element at the start, its head included; -1 for what is none. */
  static int length(byte[] source) {
    int[] place = head(source, 0);
    return place == null ? -1 : place[1];
  }

  /** Where the content begins and ends; null for what is no element. */
  private static int @Nullable [] head(byte[] source, int at) {
    if (at + 2 > source.length) {
      return null;
    }
    int first = source[at + 1] & 0xFF;
    int start = at + 2;
    int length = first;
    if (first >= 0x80) {
      int count = first & 0x7F;
      if (count == 0 || count > 3 || start + count > source.length) {
        return null;
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << 8 | (source[start + i] & 0xFF);
      }
      start += count;
    }
    return start + length > source.length ? null : new int[] {start, start + length};
  }

  /** The integers of a sequence; null for anything else. */
  static @Nullable List<BigInteger> integers(byte[] source) {
    int[] outer = source.length > 0 && source[0] == SEQUENCE ? head(source, 0) : null;
    if (outer == null) {
      return null;
    }
    List<BigInteger> found = new ArrayList<>();
    int at = outer[0];
    while (at < outer[1]) {
      int[] inner = source[at] == INTEGER ? head(source, at) : null;
      if (inner == null || inner[0] == inner[1]) {
        return null;
      }
      found.add(new BigInteger(Arrays.copyOfRange(source, inner[0], inner[1])));
      at = inner[1];
    }
    return found;
  }

  static byte[] sequence(BigInteger... integers) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (BigInteger integer : integers) {
      content.writeBytes(element(INTEGER, integer.toByteArray()));
    }
    return element(SEQUENCE, content.toByteArray());
  }

  /** A PKCS #1 private key in the frame of PKCS #8. */
  static byte[] pkcs8(byte[] pkcs1) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(element(INTEGER, new byte[] {0}));
    content.writeBytes(RSA_IDENTIFIER);
    content.writeBytes(element(OCTETS, pkcs1));
    return element(SEQUENCE, content.toByteArray());
  }

  /** A PKCS #1 public key in the frame of X.509. */
  static byte[] publicKeyInfo(byte[] pkcs1) {
    byte[] bits = new byte[pkcs1.length + 1];
    System.arraycopy(pkcs1, 0, bits, 1, pkcs1.length);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(RSA_IDENTIFIER);
    content.writeBytes(element(BITS, bits));
    return element(SEQUENCE, content.toByteArray());
  }

  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
