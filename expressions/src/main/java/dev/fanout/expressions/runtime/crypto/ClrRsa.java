package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Ref;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/** {@code RSA}: a key pair, or a public key. A new one makes its keys when they are needed. */
public final class ClrRsa implements ClrTyped {
  private static final int DEFAULT_BITS = 2048;
  private static final int MOST_BITS = 4096;

  /** A private key operation takes about as long as this many steps of a loop. */
  private static final int OPERATION_STEPS = 20_000;

  private int newBits = DEFAULT_BITS;
  private @Nullable RSAPublicKey publicKey;
  private @Nullable RSAPrivateKey privateKey;

  private ClrRsa() {}

  static ClrRsa of(RSAPublicKey publicKey, @Nullable RSAPrivateKey privateKey) {
    ClrRsa rsa = new ClrRsa();
    rsa.publicKey = publicKey;
    rsa.privateKey = privateKey;
    return rsa;
  }

  public static ClrRsa create() {
    return new ClrRsa();
  }

  public static ClrRsa create(int bits) {
    ClrRsa rsa = new ClrRsa();
    rsa.setKeySize(bits);
    return rsa;
  }

  @Override
  public String typeName() {
    return "System.Security.Cryptography.RSACng";
  }

  public int keySize() {
    return publicKey == null ? newBits : publicKey.getModulus().bitLength();
  }

  /** Forgets the key. */
  public void setKeySize(int bits) {
    if (bits < 512 || bits > MOST_BITS || bits % 64 != 0) {
      throw CryptoFailures.failure("Specified key is not a valid size for this algorithm.");
    }
    newBits = bits;
    publicKey = null;
    privateKey = null;
  }

  public String keyExchangeAlgorithm() {
    return "RSA";
  }

  public String signatureAlgorithm() {
    return "RSA";
  }

  RSAPublicKey publicKey() {
    if (publicKey == null) {
      Fence.steps(OPERATION_STEPS * (newBits / 512));
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(newBits);
        KeyPair pair = generator.generateKeyPair();
        publicKey = (RSAPublicKey) pair.getPublic();
        privateKey = (RSAPrivateKey) pair.getPrivate();
      } catch (GeneralSecurityException e) {
        throw CryptoFailures.failure("A key could not be made.", e);
      }
    }
    return publicKey;
  }

  RSAPrivateKey privateKey() {
    publicKey();
    if (privateKey == null) {
      throw CryptoFailures.failure("The key does not have a private part.");
    }
    Fence.steps(OPERATION_STEPS);
    return privateKey;
  }

  @Nullable RSAPrivateKey privateKeyOrNull() {
    publicKey();
    return privateKey;
  }

  public byte[] signData(byte @Nullable [] data, HashName hash, @Nullable RsaPadding padding) {
    return signHash(hashed(data, hash), hash, padding);
  }

  public byte[] signData(
      byte @Nullable [] data, int offset, int count, HashName hash, @Nullable RsaPadding padding) {
    return signData(part(data, offset, count), hash, padding);
  }

  public byte[] signHash(byte @Nullable [] hash, HashName name, @Nullable RsaPadding padding) {
    byte[] known = checked(hash, name);
    boolean pss = isPss(padding);
    try {
      return RsaSignatures.sign(known, name.kind(), pss, privateKey());
    } catch (GeneralSecurityException e) {
      throw CryptoFailures.failure("The data could not be signed.", e);
    }
  }

  public boolean verifyData(
      byte @Nullable [] data,
      byte @Nullable [] signature,
      HashName hash,
      @Nullable RsaPadding padding) {
    return verifyHash(hashed(data, hash), signature, hash, padding);
  }

  public boolean verifyData(
      byte @Nullable [] data,
      int offset,
      int count,
      byte @Nullable [] signature,
      HashName hash,
      @Nullable RsaPadding padding) {
    return verifyData(part(data, offset, count), signature, hash, padding);
  }

  public boolean verifyHash(
      byte @Nullable [] hash,
      byte @Nullable [] signature,
      HashName name,
      @Nullable RsaPadding padding) {
    byte[] known = checked(hash, name);
    if (signature == null) {
      throw Failures.argumentNull("signature");
    }
    boolean pss = isPss(padding);
    Fence.steps(OPERATION_STEPS / 20);
    return RsaSignatures.verify(known, signature, name.kind(), pss, publicKey());
  }

  private static byte[] hashed(byte @Nullable [] data, HashName hash) {
    if (data == null) {
      throw Failures.argumentNull("data");
    }
    return ClrHash.plain("", hash.kind()).computeHash(data);
  }

  private static byte[] part(byte @Nullable [] data, int offset, int count) {
    if (data == null) {
      throw Failures.argumentNull("data");
    }
    if (offset < 0 || offset > data.length) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "offset");
    }
    if (count < 0 || count > data.length - offset) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "count");
    }
    return Arrays.copyOfRange(data, offset, offset + count);
  }

  private static byte[] checked(byte @Nullable [] hash, HashName name) {
    if (hash == null) {
      throw Failures.argumentNull("hash");
    }
    if (hash.length != name.kind().hashBits() / 8) {
      throw CryptoFailures.failure(
          "The provided hash value is not the expected size for the specified hash algorithm.");
    }
    return hash;
  }

  private static boolean isPss(@Nullable RsaPadding padding) {
    if (padding == null) {
      throw Failures.argumentNull("padding");
    }
    return padding.kind().equals("Pss");
  }

  public byte[] encrypt(byte @Nullable [] data, @Nullable RsaPadding padding) {
    Fence.steps(OPERATION_STEPS / 20);
    RSAPublicKey key = publicKey();
    return crypt(Cipher.ENCRYPT_MODE, key, data, padding);
  }

  public byte[] decrypt(byte @Nullable [] data, @Nullable RsaPadding padding) {
    return crypt(Cipher.DECRYPT_MODE, privateKey(), data, padding);
  }

  private static byte[] crypt(
      int mode, java.security.Key key, byte @Nullable [] data, @Nullable RsaPadding padding) {
    if (data == null) {
      throw Failures.argumentNull("data");
    }
    if (padding == null) {
      throw Failures.argumentNull("padding");
    }
    try {
      boolean oaep = padding.kind().equals("Oaep");
      Cipher cipher = Cipher.getInstance(oaep ? "RSA/ECB/OAEPPadding" : "RSA/ECB/PKCS1Padding");
      if (oaep) {
        String hash = padding.hash().kind().jcaName();
        cipher.init(
            mode,
            key,
            new OAEPParameterSpec(
                hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT));
      } else {
        cipher.init(mode, key);
      }
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw CryptoFailures.failure("The parameter is incorrect.", e);
    }
  }

  public String toXmlString(boolean includePrivate) {
    return RsaKeys.xml(publicKey(), includePrivate ? privateKey() : null);
  }

  public void fromXmlString(@Nullable String xml) {
    if (xml == null) {
      throw Failures.argumentNull("xmlString");
    }
    take(RsaKeys.ofXml(xml));
  }

  private void take(ClrRsa other) {
    publicKey = other.publicKey;
    privateKey = other.privateKey;
  }

  public byte[] exportSubjectPublicKeyInfo() {
    return publicKey().getEncoded();
  }

  public byte[] exportPkcs8PrivateKey() {
    return privateKey().getEncoded();
  }

  public byte[] exportRsaPublicKey() {
    RSAPublicKey key = publicKey();
    return Der.sequence(key.getModulus(), key.getPublicExponent());
  }

  public String exportSubjectPublicKeyInfoPem() {
    return pem("PUBLIC KEY", exportSubjectPublicKeyInfo());
  }

  public String exportPkcs8PrivateKeyPem() {
    return pem("PRIVATE KEY", exportPkcs8PrivateKey());
  }

  static String pem(String label, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----";
  }

  public void importFromPem(@Nullable String pem) {
    if (pem == null) {
      throw Failures.argument("No supported key formats were found.", "input");
    }
    take(RsaKeys.ofPem(pem));
  }

  public void importSubjectPublicKeyInfo(byte @Nullable [] source, Ref bytesRead) {
    take(RsaKeys.ofPublicKeyInfo(known(source, bytesRead)));
  }

  public void importPkcs8PrivateKey(byte @Nullable [] source, Ref bytesRead) {
    take(RsaKeys.ofPkcs8(known(source, bytesRead)));
  }

  public void importRsaPublicKey(byte @Nullable [] source, Ref bytesRead) {
    take(RsaKeys.ofPublicKeyInfo(Der.publicKeyInfo(known(source, bytesRead))));
  }

  public void importRsaPrivateKey(byte @Nullable [] source, Ref bytesRead) {
    take(RsaKeys.ofPkcs8(Der.pkcs8(known(source, bytesRead))));
  }

  private static byte[] known(byte @Nullable [] source, Ref bytesRead) {
    byte[] bytes = source == null ? new byte[0] : source;
    int length = Der.length(bytes);
    if (length < 0) {
      throw CryptoFailures.failure("ASN1 corrupted data.");
    }
    bytesRead.value = dev.fanout.expressions.runtime.Boxes.box(length);
    return Arrays.copyOf(bytes, length);
  }

  public void clear() {
    publicKey = null;
    privateKey = null;
  }

  public void dispose() {
    clear();
  }

  @Override
  public String toString() {
    return typeName();
  }
}
