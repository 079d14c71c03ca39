package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.Failures;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** How the hash algorithms are made, by name; and one-shot hashes. */
public final class Hashes {
  private static final String NAMESPACE = "System.Security.Cryptography.";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Hashes() {}

  private static byte[] randomKey(DigestKind kind) {
    byte[] key = new byte[kind.blockBytes()];
    RANDOM.nextBytes(key);
    return key;
  }

  private static byte[] hash(DigestKind kind, byte @Nullable [] source) {
    if (source == null) {
      throw Failures.argumentNull("source");
    }
    return ClrHash.plain(kind.clrName(), kind).computeHash(source);
  }

  private static byte[] hash(DigestKind kind, byte @Nullable [] key, byte @Nullable [] source) {
    if (source == null) {
      throw Failures.argumentNull("source");
    }
    return ClrHash.keyed(kind.clrName(), kind, key).computeHash(source);
  }

  /** {@code HashAlgorithm.Create(name)}: null for an unknown name. */
  public static @Nullable ClrHash create(@Nullable String name) {
    if (name == null) {
      throw Failures.argumentNull("hashName");
    }
    DigestKind kind = DigestKind.named(name);
    return kind == null ? createKeyed(name) : ClrHash.plain(NAMESPACE + kind.clrName(), kind);
  }

  public static @Nullable ClrHash createKeyed(@Nullable String name) {
    if (name == null) {
      throw Failures.argumentNull("algName");
    }
    String bare = name.startsWith(NAMESPACE) ? name.substring(NAMESPACE.length()) : name;
    DigestKind kind =
        bare.regionMatches(true, 0, "HMAC", 0, 4) ? DigestKind.named(bare.substring(4)) : null;
    return kind == null
        ? null
        : ClrHash.keyed(NAMESPACE + "HMAC" + kind.clrName(), kind, randomKey(kind));
  }

  public static ClrHash md5() {
    return ClrHash.plain(NAMESPACE + "MD5", DigestKind.MD5);
  }

  public static byte[] md5(byte @Nullable [] source) {
    return hash(DigestKind.MD5, source);
  }

  public static ClrHash hmacMD5() {
    return hmacMD5(randomKey(DigestKind.MD5));
  }

  public static ClrHash hmacMD5(byte @Nullable [] key) {
    return ClrHash.keyed(NAMESPACE + "HMACMD5", DigestKind.MD5, key);
  }

  public static byte[] hmacMD5(byte @Nullable [] key, byte @Nullable [] source) {
    return hash(DigestKind.MD5, key, source);
  }

  public static ClrHash sha1() {
    return ClrHash.plain(NAMESPACE + "SHA1", DigestKind.SHA1);
  }

  public static byte[] sha1(byte @Nullable [] source) {
    return hash(DigestKind.SHA1, source);
  }

  public static ClrHash hmacSHA1() {
    return hmacSHA1(randomKey(DigestKind.SHA1));
  }

  public static ClrHash hmacSHA1(byte @Nullable [] key) {
    return ClrHash.keyed(NAMESPACE + "HMACSHA1", DigestKind.SHA1, key);
  }

  public static byte[] hmacSHA1(byte @Nullable [] key, byte @Nullable [] source) {
    return hash(DigestKind.SHA1, key, source);
  }

  public static ClrHash sha1Managed() {
    return ClrHash.plain(NAMESPACE + "SHA1Managed", DigestKind.SHA1);
  }

  public static ClrHash sha256() {
    return ClrHash.plain(NAMESPACE + "SHA256", DigestKind.SHA256);
  }

  public static byte[] sha256(byte @Nullable [] source) {
    return hash(DigestKind.SHA256, source);
  }

  public static ClrHash hmacSHA256() {
    return hmacSHA256(randomKey(DigestKind.SHA256));
  }

  public static ClrHash hmacSHA256(byte @Nullable [] key) {
    return ClrHash.keyed(NAMESPACE + "HMACSHA256", DigestKind.SHA256, key);
  }

  public static byte[] hmacSHA256(byte @Nullable [] key, byte @Nullable [] source) {
    return hash(DigestKind.SHA256, key, source);
  }

  public static ClrHash sha256Managed() {
    return ClrHash.plain(NAMESPACE + "SHA256Managed", DigestKind.SHA256);
  }

  public static ClrHash sha384() {
    return ClrHash.plain(NAMESPACE + "SHA384", DigestKind.SHA384);
  }

  public static byte[] sha384(byte @Nullable [] source) {
    return hash(DigestKind.SHA384, source);
  }

  public static ClrHash hmacSHA384() {
    return hmacSHA384(randomKey(DigestKind.SHA384));
  }

  public static ClrHash hmacSHA384(byte @Nullable [] key) {
    return ClrHash.keyed(NAMESPACE + "HMACSHA384", DigestKind.SHA384, key);
  }

  public static byte[] hmacSHA384(byte @Nullable [] key, byte @Nullable [] source) {
    return hash(DigestKind.SHA384, key, source);
  }

  public static ClrHash sha384Managed() {
    return ClrHash.plain(NAMESPACE + "SHA384Managed", DigestKind.SHA384);
  }

  public static ClrHash sha512() {
    return ClrHash.plain(NAMESPACE + "SHA512", DigestKind.SHA512);
  }

  public static byte[] sha512(byte @Nullable [] source) {
    return hash(DigestKind.SHA512, source);
  }

  public static ClrHash hmacSHA512() {
    return hmacSHA512(randomKey(DigestKind.SHA512));
  }

  public static ClrHash hmacSHA512(byte @Nullable [] key) {
    return ClrHash.keyed(NAMESPACE + "HMACSHA512", DigestKind.SHA512, key);
  }

  public static byte[] hmacSHA512(byte @Nullable [] key, byte @Nullable [] source) {
    return hash(DigestKind.SHA512, key, source);
  }

  public static ClrHash sha512Managed() {
    return ClrHash.plain(NAMESPACE + "SHA512Managed", DigestKind.SHA512);
  }
}
