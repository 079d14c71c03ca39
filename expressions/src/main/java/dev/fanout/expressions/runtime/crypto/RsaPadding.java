package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.ClrTyped;
import org.jspecify.annotations.Nullable;

/**
 * {@code RSASignaturePadding} and {@code RSAEncryptionPadding}.
 *
 * @param signs for signatures, else for encryption
 * @param kind Pkcs1, Pss or Oaep
 * @param hash of OAEP; the nameless one otherwise
 */
public record RsaPadding(boolean signs, String kind, HashName hash) implements ClrTyped {
  private static final HashName NONE = new HashName(null);

  public static RsaPadding signaturePkcs1() {
    return new RsaPadding(true, "Pkcs1", NONE);
  }

  public static RsaPadding signaturePss() {
    return new RsaPadding(true, "Pss", NONE);
  }

  public static RsaPadding encryptionPkcs1() {
    return new RsaPadding(false, "Pkcs1", NONE);
  }

  public static RsaPadding oaepSha1() {
    return oaep(HashName.sha1());
  }

  public static RsaPadding oaepSha256() {
    return oaep(HashName.sha256());
  }

  public static RsaPadding oaepSha384() {
    return oaep(HashName.sha384());
  }

  public static RsaPadding oaepSha512() {
    return oaep(HashName.sha512());
  }

  public static RsaPadding oaep(HashName hash) {
    return new RsaPadding(false, "Oaep", hash);
  }

  public HashName oaepHashAlgorithm() {
    return hash;
  }

  public static boolean equal(@Nullable RsaPadding a, @Nullable RsaPadding b) {
    return a == null ? b == null : a.equals(b);
  }

  public static boolean notEqual(@Nullable RsaPadding a, @Nullable RsaPadding b) {
    return !equal(a, b);
  }

  @Override
  public String typeName() {
    return "System.Security.Cryptography."
        + (signs ? "RSASignaturePadding" : "RSAEncryptionPadding");
  }

  @Override
  public String toString() {
    return kind.equals("Oaep") ? "Oaep" + hash : kind;
  }
}
