package dev.fanout.expressions.runtime.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** RSA keys in their written forms: XML, PEM, PKCS #8, X.509. */
final class RsaKeys {
  private RsaKeys() {}

  static ClrRsa ofPkcs8(byte[] encoded) {
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
      RSAPublicKey publicKey =
          (RSAPublicKey)
              factory.generatePublic(
                  new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
      return ClrRsa.of(publicKey, key);
    } catch (GeneralSecurityException | ClassCastException e) {
      throw CryptoFailures.failure("ASN1 corrupted data.", e);
    }
  }

  static ClrRsa ofPublicKeyInfo(byte[] encoded) {
    try {
      return ClrRsa.of(
          (RSAPublicKey)
              KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)),
          null);
    } catch (GeneralSecurityException | ClassCastException e) {
      throw CryptoFailures.failure("ASN1 corrupted data.", e);
    }
  }

  /** The first key of the text. */
  static ClrRsa ofPem(String pem) {
    int begin = pem.indexOf("-----BEGIN ");
    int labelEnd = begin < 0 ? -1 : pem.indexOf("-----", begin + 11);
    String label = labelEnd < 0 ? "" : pem.substring(begin + 11, labelEnd);
    int end = labelEnd < 0 ? -1 : pem.indexOf("-----END " + label + "-----", labelEnd);
    if (end < 0) {
      throw dev.fanout.expressions.runtime.Failures.argument(
          "No supported key formats were found. Check that the input represents the contents of a"
              + " PEM-encoded key file, not the path to such a file.",
          "input");
    }
    byte[] content;
    try {
      content = Base64.getMimeDecoder().decode(pem.substring(labelEnd + 5, end));
    } catch (IllegalArgumentException e) {
      throw CryptoFailures.failure("ASN1 corrupted data.", e);
    }
    return switch (label) {
      case "PRIVATE KEY" -> ofPkcs8(content);
      case "RSA PRIVATE KEY" -> ofPkcs8(Der.pkcs8(content));
      case "PUBLIC KEY" -> ofPublicKeyInfo(content);
      case "RSA PUBLIC KEY" -> ofPublicKeyInfo(Der.publicKeyInfo(content));
      default ->
          throw dev.fanout.expressions.runtime.Failures.argument(
              "No supported key formats were found. Check that the input represents the contents of"
                  + " a PEM-encoded key file, not the path to such a file.",
              "input");
    };
  }

  static String xml(RSAPublicKey publicKey, @Nullable RSAPrivateKey privateKey) {
    int length = (publicKey.getModulus().bitLength() + 7) / 8;
    StringBuilder xml = new StringBuilder("<RSAKeyValue>");
    element(xml, "Modulus", publicKey.getModulus(), length);
    element(
        xml,
        "Exponent",
        publicKey.getPublicExponent(),
        (publicKey.getPublicExponent().bitLength() + 7) / 8);
    if (privateKey instanceof RSAPrivateCrtKey key) {
      int half = (length + 1) / 2;
      element(xml, "P", key.getPrimeP(), half);
      element(xml, "Q", key.getPrimeQ(), half);
      element(xml, "DP", key.getPrimeExponentP(), half);
      element(xml, "DQ", key.getPrimeExponentQ(), half);
      element(xml, "InverseQ", key.getCrtCoefficient(), half);
      element(xml, "D", key.getPrivateExponent(), length);
    }
    return xml.append("</RSAKeyValue>").toString();
  }

  private static void element(StringBuilder xml, String name, BigInteger value, int length) {
    xml.append('<').append(name).append('>');
    xml.append(Base64.getEncoder().encodeToString(RsaSignatures.fixed(value, length)));
    xml.append("</").append(name).append('>');
  }

  static ClrRsa ofXml(String xml) {
    BigInteger modulus = number(xml, "Modulus");
    BigInteger exponent = number(xml, "Exponent");
    if (modulus == null || exponent == null) {
      throw CryptoFailures.failure(
          "Input string does not contain a valid encoding of the 'RSA' 'Modulus' parameter.");
    }
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      RSAPublicKey publicKey =
          (RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(modulus, exponent));
      BigInteger d = number(xml, "D");
      BigInteger p = number(xml, "P");
      BigInteger q = number(xml, "Q");
      BigInteger dp = number(xml, "DP");
      BigInteger dq = number(xml, "DQ");
      BigInteger inverse = number(xml, "InverseQ");
      if (d == null || p == null || q == null || dp == null || dq == null || inverse == null) {
        return ClrRsa.of(publicKey, null);
      }
      return ClrRsa.of(
          publicKey,
          (RSAPrivateKey)
              factory.generatePrivate(
                  new RSAPrivateCrtKeySpec(modulus, exponent, d, p, q, dp, dq, inverse)));
    } catch (GeneralSecurityException e) {
      throw CryptoFailures.failure("The key is not valid.", e);
    }
  }

  /** The text of an element that has no attributes and no children, decoded. */
  private static @Nullable BigInteger number(String xml, String name) {
    int start = xml.indexOf("<" + name + ">");
    int end = start < 0 ? -1 : xml.indexOf("</" + name + ">", start);
    if (end < 0) {
      return null;
    }
    try {
      String text = xml.substring(start + name.length() + 2, end);
      return new BigInteger(1, Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
