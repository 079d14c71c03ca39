package dev.fanout.policies.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.context.ApimContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JSON shows of the context tree, and bodies read as JSON. */
class ContextJsonTest {
  private static final ApimContext CONTEXT =
      ContextReader.read(
          SourceText.of(
              "context",
              """
              {
                "user": {"id": "u-7", "email": "a@b.example", "firstName": "A", "lastName": "B",
                         "note": "", "registrationDate": "2025-12-24T18:00:00Z",
                         "groups": [{"id": "g", "name": "G"}], "identities": []},
                "request": {"method": "POST", "originalUrl": "https://a.example/x",
                            "url": "https://a.example/x", "headers": {"X-A": ["1", "2"]},
                            "ipAddress": "203.0.113.9", "matchedParameters": {"id": "42"},
                            "body": "{\\"n\\": 1.10, \\"at\\": \\"2026-06-30T22:15:00Z\\"}"},
                "variables": {"list": {"type": "JArray", "value": [1, "x"]}}
              }
              """),
          true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "JsonConvert.SerializeObject(context.User.Groups) | [{\"Id\":\"g\",\"Name\":\"G\"}]",
        "JObject.FromObject(context.User)[\"RegistrationDate\"].Type.ToString() | Date",
        "JsonConvert.SerializeObject(context.Request.Headers) | {\"X-A\":[\"1\",\"2\"]}",
        "JsonConvert.SerializeObject(context.Variables) | {\"list\":[1,\"x\"]}",
        "context.Request.Body.As<JObject>(true).ToString(Formatting.None)"
            + " | {\"n\":1.1,\"at\":\"2026-06-30T22:15:00Z\"}",
        "(string)context.Request.Body.As<JToken>(true)[\"at\"] | 06/30/2026 22:15:00",
      })
  void as_newtonsoft_writes_it(String expression, String text) {
    SourceText source = SourceText.of("policy.xml", "@(" + expression + ")");

    Evaluation evaluation = Evaluation.of(source.span(), source.text(), CONTEXT);

    assertThat(evaluation.issues()).isEmpty();
    assertThat(evaluation.shown().orElseThrow().value()).contains(text);
  }
}
