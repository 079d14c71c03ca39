package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions sign, the JDK's own classes verify. */
class CryptographyTest {
  private static final byte[] DATA = "header.payload".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;
  private static byte[] pkcs12 = new byte[0];
  private static X509Certificate certificate;

  @BeforeAll
  static void make_a_certificate()
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("test.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=signer, O=\"Two, Parts\", C=AU",
                "-ext",
                "san=dns:signer.example",
                "-validity",
                "10",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    pkcs12 = Files.readAllBytes(file);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(Files.newInputStream(file), "changeit".toCharArray());
    certificate = (X509Certificate) store.getCertificate("test");
  }

  private static TinyHost host() throws GeneralSecurityException {
    return TinyHost.of(
        "name", Map.of("pfx", pkcs12, "cer", certificate.getEncoded(), "data", DATA));
  }

  private static Object ofCertificate(String member) throws GeneralSecurityException {
    return value(
        "@(new X509Certificate2((byte[])context.Values[\"pfx\"], \"changeit\")." + member + ")",
        host());
  }

  @Nested
  class Signatures {
    @ParameterizedTest
    @ValueSource(strings = {"SHA1", "SHA256", "SHA384", "SHA512"})
    void of_pkcs1_are_those_of_the_jdk(String hash) throws GeneralSecurityException {
      byte[] signature =
          (byte[])
              ofCertificate(
                  "GetRSAPrivateKey().SignData((byte[])context.Values[\"data\"],"
                      + " HashAlgorithmName."
                      + hash
                      + ", RSASignaturePadding.Pkcs1)");

      assertThat(verified(Signature.getInstance(hash + "withRSA"), signature)).isTrue();
    }

    @Test
    void of_pss_are_those_of_the_jdk() throws GeneralSecurityException {
      byte[] signature =
          (byte[])
              ofCertificate(
                  "GetRSAPrivateKey().SignData((byte[])context.Values[\"data\"],"
                      + " HashAlgorithmName.SHA256, RSASignaturePadding.Pss)");
      Signature jdk = Signature.getInstance("RSASSA-PSS");
      jdk.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));

      assertThat(verified(jdk, signature)).isTrue();
    }

    private static boolean verified(Signature jdk, byte[] signature)
        throws GeneralSecurityException {
      PublicKey key = certificate.getPublicKey();
      jdk.initVerify(key);
      jdk.update(DATA);
      return jdk.verify(signature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pkcs1", "Pss"})
    void verify_and_a_changed_text_does_not(String padding) {
      assertThat(
              value(
                  """
                  @{
                    var rsa = RSA.Create(1024);
                    var data = new byte[] { 1, 2, 3 };
                    var signature = rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.PAD);
                    var good = rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.PAD);
                    data[0] = 9;
                    return good + " " + rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.PAD);
                  }
                  """
                      .strip()
                      .replace("PAD", padding)))
          .isEqualTo("True False");
    }
  }

  @Nested
  class Keys {
    @Test
    void come_back_from_xml_and_pem() {
      assertThat(
              value(
                      """
                  @{
                    var rsa = RSA.Create(1024);
                    var fromXml = RSA.Create();
                    fromXml.FromXmlString(rsa.ToXmlString(true));
                    var fromPem = RSA.Create();
                    fromPem.ImportFromPem(fromXml.ExportPkcs8PrivateKeyPem());
                    var sealed_ = rsa.Encrypt(new byte[] { 42 }, RSAEncryptionPadding.Pkcs1);
                    return fromPem.Decrypt(sealed_, RSAEncryptionPadding.Pkcs1)[0];
                  }
                  """
                          .strip())
                  .toString())
          .isEqualTo("42");
    }
  }

  @Nested
  class Certificates {
    @Test
    void tell_their_names_as_net_writes_them() throws GeneralSecurityException {
      assertThat(ofCertificate("Subject")).isEqualTo("CN=signer, O=\"Two, Parts\", C=AU");
      assertThat(ofCertificate("IssuerName.Name")).isEqualTo("CN=signer, O=\"Two, Parts\", C=AU");
      assertThat(ofCertificate("GetNameInfo(X509NameType.SimpleName, false)")).isEqualTo("signer");
      assertThat(ofCertificate("GetNameInfo(X509NameType.DnsName, false)"))
          .isEqualTo("signer.example");
    }

    @Test
    void have_a_thumbprint_of_sha1() throws GeneralSecurityException {
      byte[] sha1 =
          java.security.MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());

      assertThat(ofCertificate("Thumbprint"))
          .isEqualTo(HexFormat.of().formatHex(sha1).toUpperCase(Locale.ROOT));
    }

    @Test
    void without_a_private_key_have_none() throws GeneralSecurityException {
      assertThat(
              value(
                  "@(new X509Certificate2((byte[])context.Values[\"cer\"]).HasPrivateKey)", host()))
          .isEqualTo(false);
      assertThat(ofCertificate("HasPrivateKey")).isEqualTo(true);
    }

    @Test
    void of_a_wrong_password_are_an_error() {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () ->
                  value(
                      "@(new X509Certificate2((byte[])context.Values[\"pfx\"], \"wrong\"))",
                      host()))
          .hasToString(
              "System.Security.Cryptography.CryptographicException: The certificate data cannot be"
                  + " read with the provided password, the password may be incorrect.");
    }

    @Test
    void give_a_key_that_policies_cast_to_RSACng() throws GeneralSecurityException {
      assertThat(
              value(
                  """
                  @{
                    var certificate = new X509Certificate2((byte[])context.Values["pfx"], "changeit");
                    RSACng rsa = certificate.GetRSAPrivateKey() as RSACng;
                    return rsa.KeySize;
                  }
                  """
                      .strip(),
                  host()))
          .isEqualTo(2048);
    }
  }

  @Nested
  class Ciphers {
    @Test
    void undo_each_other_in_every_padding() {
      assertThat(
              value(
                  """
                  @{
                    var text = new byte[] { 1, 2, 3 };
                    var all = "";
                    foreach (var padding in new[] { PaddingMode.PKCS7, PaddingMode.ANSIX923, PaddingMode.ISO10126 }) {
                      var aes = SymmetricAlgorithm.Create("AES");
                      aes.Padding = padding;
                      var hidden = aes.CreateEncryptor().TransformFinalBlock(text, 0, 3);
                      all += hidden.Length + ":" + aes.CreateDecryptor().TransformFinalBlock(hidden, 0, 16).Length + " ";
                    }
                    return all;
                  }
                  """
                      .strip()))
          .isEqualTo("16:3 16:3 16:3 ");
    }
  }

  @Test
  void keyed_hashes_are_those_of_the_jdk() throws GeneralSecurityException {
    byte[] key = new byte[200];
    key[0] = 7;
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(key, "HmacSHA512"));

    assertThat(
            value(
                """
                @{
                  var key = new byte[200];
                  key[0] = 7;
                  return Convert.ToBase64String(new HMACSHA512(key).ComputeHash((byte[])context.Values["data"]));
                }
                """
                    .strip(),
                host()))
        .isEqualTo(Base64.getEncoder().encodeToString(mac.doFinal(DATA)));
  }
}
