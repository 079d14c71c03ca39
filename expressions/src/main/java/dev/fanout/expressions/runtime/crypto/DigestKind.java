package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.ExpressionFailure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The hash functions. */
enum DigestKind {
  MD5("MD5", "MD5", 128, 64, "3020300c06082a864886f70d020505000410"),
  SHA1("SHA1", "SHA-1", 160, 64, "3021300906052b0e03021a05000414"),
  SHA256("SHA256", "SHA-256", 256, 64, "3031300d060960864801650304020105000420"),
  SHA384("SHA384", "SHA-384", 384, 128, "3041300d060960864801650304020205000430"),
  SHA512("SHA512", "SHA-512", 512, 128, "3051300d060960864801650304020305000440");

  private final String clrName;
  private final String jcaName;
  private final int hashBits;
  private final int blockBytes;
  private final String digestInfo;

  DigestKind(String clrName, String jcaName, int hashBits, int blockBytes, String digestInfo) {
    this.clrName = clrName;
    this.jcaName = jcaName;
    this.hashBits = hashBits;
    this.blockBytes = blockBytes;
    this.digestInfo = digestInfo;
  }

  String clrName() {
    return clrName;
  }

  String jcaName() {
    return jcaName;
  }

  int hashBits() {
    return hashBits;
  }

  int blockBytes() {
    return blockBytes;
  }

  /** What stands in front of the hash in a PKCS #1 signature (RFC 8017, 9.2), in hexadecimal. */
  String digestInfo() {
    return digestInfo;
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(jcaName);
    } catch (NoSuchAlgorithmException e) {
      throw new ExpressionFailure(
          "System.PlatformNotSupportedException", clrName + " is not there in this JDK.", e);
    }
  }

  /** By the names that .NET takes; null for another. */
  static @Nullable DigestKind named(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String bare = name.toUpperCase(Locale.ROOT).replace("-", "");
    for (DigestKind kind : values()) {
      if (bare.equals(kind.clrName)
          || bare.equals("SYSTEM.SECURITY.CRYPTOGRAPHY." + kind.clrName)) {
        return kind;
      }
    }
    return null;
  }
}
