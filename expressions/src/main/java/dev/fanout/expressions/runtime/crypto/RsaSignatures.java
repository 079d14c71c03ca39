package dev.fanout.expressions.runtime.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;

/** Signatures of hashes: EMSA-PKCS1-v1_5 and EMSA-PSS (RFC 8017, 9). */
final class RsaSignatures {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte PSS_END = (byte) 0xBC;

  private RsaSignatures() {}

  static byte[] sign(byte[] hash, DigestKind kind, boolean pss, RSAPrivateKey key)
      throws GeneralSecurityException {
    int bytes = (key.getModulus().bitLength() + 7) / 8;
    byte[] block =
        pss
            ? pss(hash, kind, key.getModulus().bitLength() - 1, randomSalt(hash.length))
            : pkcs1(hash, kind, bytes);
    Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key);
    return cipher.doFinal(Arrays.copyOfRange(block, 0, block.length));
  }

  static boolean verify(
      byte[] hash, byte[] signature, DigestKind kind, boolean pss, RSAPublicKey key) {
    int bytes = (key.getModulus().bitLength() + 7) / 8;
    BigInteger value = new BigInteger(1, signature);
    if (signature.length != bytes || value.compareTo(key.getModulus()) >= 0) {
      return false;
    }
    byte[] block = fixed(value.modPow(key.getPublicExponent(), key.getModulus()), bytes);
    return pss
        ? verifyPss(hash, kind, key.getModulus().bitLength() - 1, block)
        : MessageDigest.isEqual(block, pkcs1(hash, kind, bytes));
  }

  static boolean isCrt(RSAPrivateKey key) {
    return key instanceof RSAPrivateCrtKey;
  }

  private static byte[] randomSalt(int length) {
    byte[] salt = new byte[length];
    RANDOM.nextBytes(salt);
    return salt;
  }

  private static byte[] pkcs1(byte[] hash, DigestKind kind, int length) {
    byte[] info = HexFormat.of().parseHex(kind.digestInfo());
    byte[] block = new byte[length];
    int start = length - hash.length - info.length;
    if (start < 11) {
      throw CryptoFailures.failure("The key is too small for the requested operation.");
    }
    Arrays.fill(block, 1, start - 1, (byte) 0xFF);
    block[1] = 1;
    Arrays.fill(block, 2, start - 1, (byte) 0xFF);
    System.arraycopy(info, 0, block, start, info.length);
    System.arraycopy(hash, 0, block, start + info.length, hash.length);
    return block;
  }

  private static byte[] pss(byte[] hash, DigestKind kind, int bits, byte[] salt) {
    int length = (bits + 7) / 8;
    int maskLength = length - hash.length - 1;
    if (maskLength < salt.length + 1) {
      throw CryptoFailures.failure("The key is too small for the requested operation.");
    }
    byte[] seed = seed(hash, kind, salt);
    byte[] masked = mask(seed, maskLength, kind);
    masked[maskLength - salt.length - 1] ^= 1;
    for (int i = 0; i < salt.length; i++) {
      masked[maskLength - salt.length + i] ^= salt[i];
    }
    masked[0] &= (byte) (0xFF >> 8 * length - bits);
    byte[] block = Arrays.copyOf(masked, length);
    System.arraycopy(seed, 0, block, maskLength, seed.length);
    block[length - 1] = PSS_END;
    return fixed(new BigInteger(1, block), (bits + 8) / 8);
  }

  private static boolean verifyPss(byte[] hash, DigestKind kind, int bits, byte[] signed) {
    int length = (bits + 7) / 8;
    byte[] block = fixed(new BigInteger(1, signed), length);
    int maskLength = length - hash.length - 1;
    if (block[length - 1] != PSS_END || maskLength < hash.length + 1) {
      return false;
    }
    byte[] seed = Arrays.copyOfRange(block, maskLength, length - 1);
    byte[] data = mask(seed, maskLength, kind);
    for (int i = 0; i < maskLength; i++) {
      data[i] ^= block[i];
    }
    data[0] &= (byte) (0xFF >> 8 * length - bits);
    int saltStart = maskLength - hash.length;
    for (int i = 0; i < saltStart - 1; i++) {
      if (data[i] != 0) {
        return false;
      }
    }
    byte[] salt = Arrays.copyOfRange(data, saltStart, maskLength);
    return data[saltStart - 1] == 1 && MessageDigest.isEqual(seed, seed(hash, kind, salt));
  }

  private static byte[] seed(byte[] hash, DigestKind kind, byte[] salt) {
    MessageDigest digest = kind.digest();
    digest.update(new byte[8]);
    digest.update(hash);
    return digest.digest(salt);
  }

  /** MGF1. */
  private static byte[] mask(byte[] seed, int length, DigestKind kind) {
    byte[] mask = new byte[length];
    MessageDigest digest = kind.digest();
    for (int at = 0, counter = 0; at < length; counter++) {
      digest.update(seed);
      byte[] part =
          digest.digest(
              new byte[] {
                (byte) (counter >> 24),
                (byte) (counter >> 16),
                (byte) (counter >> 8),
                (byte) counter
              });
      int count = Math.min(part.length, length - at);
      System.arraycopy(part, 0, mask, at, count);
      at += count;
    }
    return mask;
  }

  /** Big-endian, of exactly that many bytes. */
  static byte[] fixed(BigInteger value, int length) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[length];
    int count = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - count, fixed, length - count, count);
    return fixed;
  }
}
