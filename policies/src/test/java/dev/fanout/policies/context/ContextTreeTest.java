package dev.fanout.policies.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.eval.ContextReader;
import dev.fanout.policies.eval.Evaluation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of the tree that do more than hand on what the host says. */
class ContextTreeTest {
  @Nested
  class AToken {
    private static final String PAYLOAD =
        "{\"iss\":\"i\",\"sub\":\"s\",\"jti\":\"j\",\"aud\":\"a\",\"exp\":1700000000.5,\"nbf\":\"x\","
            + "\"roles\":[\"r\",1,{\"b\":[2]}],\"admin\":true,\"none\":null}";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Algorithm|HS256",
          "Type|JWT",
          "Issuer|i",
          "Subject|s",
          "Id|j",
          "Audiences.First()|a",
          "ExpirationTime.Value.ToString(\"o\")|2023-11-14T22:13:20.5000000Z",
          "NotBefore == null|True",
          "IssuedAt == null|True",
          "Claims[\"roles\"][1]|1",
          "Claims[\"roles\"][2]|{\"b\":[2]}",
          "Claims.GetValueOrDefault(\"admin\")|true",
          "Claims.ContainsKey(\"Admin\")|False",
        })
    void has_its_claims_as_text(String member, String text) {
      assertThat(text("@(\"" + token() + "\".AsJwt()." + member + ")")).isEqualTo(text);
      assertThat(text("@(\"bearer " + token() + "\".AsJwt()." + member + ")")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "Bearer ",
          "a.b",
          "a.b.c",
          "e30.e30.e30.e30",
          "e30.e30.",
          "eyJhbGciOiJub25lIn0.W10.",
          "eyJhbGciOiJub25lIn0.e30.!",
          "eyJhbGciOiJub25lIn0.eyI.x",
        })
    void that_is_none_is_null(String text) {
      assertThat(text("@(\"" + text + "\".AsJwt() == null)")).isEqualTo("True");
      assertThat(text("@{ Jwt jwt; return \"" + text + "\".TryParseJwt(out jwt) || jwt != null; }"))
          .isEqualTo("False");
    }

    private static String token() {
      return base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(PAYLOAD) + ".c2ln";
    }

    private static String base64(String text) {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Nested
  class BasicCredentials {
    @ParameterizedTest
    @CsvSource({"UserId, é", "Username, é", "Password, b:c"})
    void are_split_at_the_first_colon(String member, String text) {
      String pair = Base64.getEncoder().encodeToString("é:b:c".getBytes(StandardCharsets.UTF_8));

      assertThat(text("@(\"basic " + pair + "\".AsBasic()." + member + ")")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer YTpi", "Basic YWI=", "Basic a", "YTpi"})
    void of_anything_else_are_null(String text) {
      assertThat(text("@(\"" + text + "\".AsBasic() == null)")).isEqualTo("True");
    }
  }

  @Nested
  class Encryption {
    @ParameterizedTest
    @CsvSource({"Aes, 24, 16", "rijndael, 32, 16", "TripleDES, 16, 8", "3DES, 24, 8", "DES, 8, 8"})
    void goes_back(String algorithm, int key, int iv) {
      String arguments = "(\"" + algorithm + "\", new byte[" + key + "], new byte[" + iv + "])";

      assertThat(
              text(
                  "@(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(\"secret\").Encrypt"
                      + arguments
                      + ".Decrypt"
                      + arguments
                      + "))"))
          .isEqualTo("secret");
    }

    @ParameterizedTest
    @CsvSource({
      "Aes, 15, 16, 16, System.Security.Cryptography.CryptographicException",
      "Aes, 16, 15, 16, System.Security.Cryptography.CryptographicException",
      "Aes, 16, 16, 15, System.Security.Cryptography.CryptographicException",
      "Blowfish, 16, 8, 16, System.NullReferenceException",
    })
    void fails_as_dotnet_does(String algorithm, int key, int iv, int data, String exception) {
      assertThat(
              evaluation(
                      "@(new byte[%d].Decrypt(\"%s\", new byte[%d], new byte[%d]).Length)"
                          .formatted(data, algorithm, key, iv),
                      "{}")
                  .thrown()
                  .orElseThrow()
                  .typeName())
          .isEqualTo(exception);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "context.GraphQL",
        "context.Request.PrivateEndpointConnection",
        "context.Request.Foundry.Deployment",
        "context.Deployment.SustainabilityInfo.CurrentCarbonIntensity",
        "context.Deployment.Gateway.InstanceId",
        "context.Backend",
        "context.Workspace",
        "context.Variables.GetValueOrDefault(\"absent\")",
      })
  void what_a_request_does_not_have_is_null(String member) {
    assertThat(text("@(" + member + " == null)")).isEqualTo("True");
  }

  @Test
  void a_url_is_a_uri_too() {
    assertThat(text("@(context.Request.Url.ToUri().Host)")).isEqualTo("gateway.example");
    assertThat(text("@(context.Request.Url.ToUri())")).isEqualTo("https://gateway.example/");
  }

  @Test
  void objects_of_the_tree_are_called_as_their_interfaces() {
    assertThat(text("@(context)")).isEqualTo("Apim.IContext");
    assertThat(text("@(context.Request)")).isEqualTo("Apim.IRequest");
    assertThat(text("@(context.Deployment)")).isEqualTo("Apim.IDeployment");
  }

  private static String text(String expression) {
    Evaluation evaluation = evaluation(expression, "{}");
    assertThat(evaluation.thrown()).as(expression).isEmpty();
    return evaluation.shown().orElseThrow().text().orElse("null");
  }

  private static Evaluation evaluation(String expression, String context) {
    SourceText source = SourceText.of("test", expression);
    Evaluation evaluation =
        Evaluation.of(
            source.span(), expression, ContextReader.read(SourceText.of("context", context)));
    assertThat(evaluation.issues()).as(expression).isEmpty();
    return evaluation;
  }
}
