package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Failures;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code SymmetricAlgorithm}: AES, DES and TripleDES; key and vector are random until set. */
public final class ClrSymmetric implements ClrTyped {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CBC = 1;
  private static final int PKCS7 = 2;

  /** An algorithm: its JDK name, block and valid key sizes in bits. */
  private record Kind(String clrName, String jcaName, int blockBits, int[] keyBits) {}

  private final Kind kind;
  private byte @Nullable [] key;
  private byte @Nullable [] iv;
  private int keyBits;
  private int mode = CBC;
  private int padding = PKCS7;

  private ClrSymmetric(Kind kind) {
    this.kind = kind;
    this.keyBits = kind.keyBits()[kind.keyBits().length - 1];
  }

  /** Null for an unknown name. */
  public static @Nullable ClrSymmetric create(@Nullable String name) {
    if (name == null) {
      throw Failures.argumentNull("algName");
    }
    String bare = name.toUpperCase(Locale.ROOT).replace("SYSTEM.SECURITY.CRYPTOGRAPHY.", "");
    return switch (bare) {
      case "AES", "AESMANAGED", "RIJNDAEL", "RIJNDAELMANAGED", "AESCRYPTOSERVICEPROVIDER" ->
          new ClrSymmetric(new Kind("Aes", "AES", 128, new int[] {128, 192, 256}));
      case "DES" -> new ClrSymmetric(new Kind("DES", "DES", 64, new int[] {64}));
      case "3DES", "TRIPLEDES", "TRIPLE DES" ->
          new ClrSymmetric(new Kind("TripleDES", "DESede", 64, new int[] {128, 192}));
      default -> null;
    };
  }

  @Override
  public String typeName() {
    return "System.Security.Cryptography." + kind.clrName();
  }

  public byte[] key() {
    if (key == null) {
      generateKey();
    }
    return key == null ? new byte[0] : key.clone();
  }

  public void setKey(byte @Nullable [] value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    if (!validKeySize(value.length * 8)) {
      throw CryptoFailures.failure("Specified key is not a valid size for this algorithm.");
    }
    key = value.clone();
    keyBits = value.length * 8;
  }

  public byte[] iv() {
    if (iv == null) {
      generateIv();
    }
    return iv == null ? new byte[0] : iv.clone();
  }

  public void setIv(byte @Nullable [] value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    if (value.length != kind.blockBits() / 8) {
      throw CryptoFailures.failure(
          "Specified initialization vector (IV) does not match the block size for this algorithm.");
    }
    iv = value.clone();
  }

  public int mode() {
    return mode;
  }

  public void setMode(int value) {
    if (value != CBC && value != 2 && value != 4) {
      throw CryptoFailures.failure("Specified cipher mode is not valid for this algorithm.");
    }
    mode = value;
  }

  public int padding() {
    return padding;
  }

  public void setPadding(int value) {
    if (value < 1 || value > 5) {
      throw CryptoFailures.failure("Specified padding mode is not valid for this algorithm.");
    }
    padding = value;
  }

  public int keySize() {
    return keyBits;
  }

  /** Forgets the key. */
  public void setKeySize(int bits) {
    if (!validKeySize(bits)) {
      throw CryptoFailures.failure("Specified key is not a valid size for this algorithm.");
    }
    keyBits = bits;
    key = null;
  }

  public int blockSize() {
    return kind.blockBits();
  }

  public boolean validKeySize(int bits) {
    for (int known : kind.keyBits()) {
      if (known == bits) {
        return true;
      }
    }
    return false;
  }

  public void generateKey() {
    byte[] bytes = new byte[keyBits / 8];
    RANDOM.nextBytes(bytes);
    key = bytes;
  }

  public void generateIv() {
    byte[] bytes = new byte[kind.blockBits() / 8];
    RANDOM.nextBytes(bytes);
    iv = bytes;
  }

  public CipherTransform createEncryptor() {
    return createEncryptor(key(), iv());
  }

  public CipherTransform createEncryptor(byte @Nullable [] key, byte @Nullable [] iv) {
    return transform(true, key, iv, mode, padding);
  }

  public CipherTransform createDecryptor() {
    return createDecryptor(key(), iv());
  }

  public CipherTransform createDecryptor(byte @Nullable [] key, byte @Nullable [] iv) {
    return transform(false, key, iv, mode, padding);
  }

  private CipherTransform transform(
      boolean encrypts, byte @Nullable [] key, byte @Nullable [] iv, int mode, int padding) {
    if (key == null) {
      throw Failures.argumentNull("rgbKey");
    }
    if (!validKeySize(key.length * 8)) {
      throw Failures.argument("Specified key is not a valid size for this algorithm.", "key");
    }
    byte[] vector = iv == null ? new byte[0] : iv;
    if (mode != 2 && vector.length != kind.blockBits() / 8) {
      throw Failures.argument(
          "Specified initialization vector (IV) does not match the block size for this algorithm.",
          "rgbIV");
    }
    return new CipherTransform(
        encrypts, kind.jcaName(), kind.blockBits() / 8, key.clone(), vector.clone(), mode, padding);
  }

  public byte[] encryptCbc(byte @Nullable [] text, byte @Nullable [] iv, int padding) {
    return all(transform(true, key(), iv, CBC, padding), text, "plaintext");
  }

  public byte[] decryptCbc(byte @Nullable [] text, byte @Nullable [] iv, int padding) {
    return all(transform(false, key(), iv, CBC, padding), text, "ciphertext");
  }

  public byte[] encryptEcb(byte @Nullable [] text, int padding) {
    return all(transform(true, key(), null, 2, padding), text, "plaintext");
  }

  public byte[] decryptEcb(byte @Nullable [] text, int padding) {
    return all(transform(false, key(), null, 2, padding), text, "ciphertext");
  }

  private static byte[] all(CipherTransform transform, byte @Nullable [] text, String parameter) {
    if (text == null) {
      throw Failures.argumentNull(parameter);
    }
    return transform.transformFinalBlock(text, 0, text.length);
  }

  public void clear() {
    key = null;
    iv = null;
  }

  public void dispose() {
    clear();
  }

  @Override
  public String toString() {
    return typeName();
  }
}
