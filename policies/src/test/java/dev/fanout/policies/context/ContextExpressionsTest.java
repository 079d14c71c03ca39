package dev.fanout.policies.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.CompiledExpression;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.expressions.MessageBody;
import dev.fanout.policies.eval.ContextReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextExpressionsTest {
  private static final String CONTEXT =
      """
          {
            "requestId": "5d1f2c3e-8a4b-4c6d-9e7f-0a1b2c3d4e5f",
            "timestamp": "2026-03-14T09:26:53.589Z",
            "elapsed": "00:00:00.0123400",
            "tracing": false,
            "api": {"id": "svc01", "name": "S", "path": "svc01/v1", "protocols": ["https"],
                    "serviceUrl": null, "subscriptionKeyParameterNames": null,
                    "isCurrentRevision": true, "revision": "1", "version": "v1"},
            "operation": {"id": "get", "method": "GET", "name": "Get", "urlTemplate": "/r/{id}"},
            "deployment": {"gatewayId": "managed", "region": "R", "serviceId": "s", "serviceName": "s"},
            "request": {"method": "GET", "originalUrl": "https://gw.example/svc01/v1/resource/42?a=b",
                        "url": "http://127.0.0.1:7071/api/echo/resource/42?a=b",
                        "headers": {"X-A": ["1", "2"]}, "ipAddress": "203.0.113.9",
                        "matchedParameters": {"id": "42"}, "body": "hello"},
            "response": {"statusCode": 200, "statusReason": "OK", "headers": {}, "body": "bye"},
            "variables": {"fanout-upstream-path": {"type": "string", "value": "/api/orders"},
                          "public-length": {"type": "int", "value": 9}}
          }
          """;

  private final ExpressionCompiler compiler = new ExpressionCompiler(ContextTypes.hostTypes());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@(\"/api/echo\" + context.Request.OriginalUrl.Path + context.Request.OriginalUrl.QueryString) | /api/echo/svc01/v1/resource/42?a=b",
        "@(context.Request.OriginalUrl.Path + context.Request.OriginalUrl.QueryString) | /svc01/v1/resource/42?a=b",
        "@(context.Request.Url.Path) | /api/echo/resource/42",
        "@((string)context.Variables.GetValueOrDefault<string>(\"fanout-upstream-path\", \"/none\") + context.Request.OriginalUrl.Path.Substring(\"/svc01/v1\".Length)) | /api/orders/resource/42",
        "@((string)context.Variables[\"fanout-upstream-path\"] + context.Request.OriginalUrl.Path.Substring((int)context.Variables[\"public-length\"])) | /api/orders/resource/42",
        "@(context.Variables.GetValueOrDefault<string>(\"absent\", context.Request.OriginalUrl.Path)) | /svc01/v1/resource/42",
        "@(context.Variables.GetValueOrDefault(\"absent\", \"dflt\")) | dflt",
        "@(context.Variables.ContainsKey(\"absent\") ? \"yes\" : \"no\") | no",
        "@(context.Request.Headers.GetValueOrDefault(\"x-a\", \"none\")) | 1,2",
        "@(context.Request.Url.ToString()) | http://127.0.0.1:7071/api/echo/resource/42?a=b",
        "@(context.Request.OriginalUrl + \"\") | https://gw.example/svc01/v1/resource/42?a=b",
        "@(context.Request.Url.Query.GetValueOrDefault(\"A\")) | b",
        "@(context.Response.StatusCode) | 200",
        "@(context.Request.Body.As<string>(preserveContent: true).ToUpper()) | HELLO",
        "@(context.RequestId) | 5d1f2c3e-8a4b-4c6d-9e7f-0a1b2c3d4e5f",
        "@($\"{context.Request.Method} {context.Operation.UrlTemplate}\") | GET /r/{id}",
      })
  void a_text_of_the_context(String expression, String text) {
    assertThat(
            compile(expression)
                .evaluate(ContextReader.read(SourceText.of("context.json", CONTEXT))))
        .isEqualTo(text);
  }

  @Test
  void the_bodies_to_buffer_are_known_before_it_runs() {
    assertThat(compile("@(context.Request.Body.As<string>())").readsBodies())
        .isEqualTo(Set.of(MessageBody.REQUEST));
    assertThat(compile("@(context.Response.Body.As<string>())").readsBodies())
        .isEqualTo(Set.of(MessageBody.RESPONSE));
    assertThat(compile("@(((IResponse)context.Variables[\"r\"]).Body.As<string>())").readsBodies())
        .isEmpty();
    assertThat(compile("@(context.Request.Body.AsFormUrlEncodedContent().Count)").readsBodies())
        .isEqualTo(Set.of(MessageBody.REQUEST));
    assertThat(compile("@(context.Request.OriginalUrl.Path)").readsBodies()).isEmpty();
  }

  private CompiledExpression compile(String expression) {
    return compiler
        .compile(SourceText.of("policy.xml", expression).span(), ExpressionTarget.STRING)
        .expression()
        .orElseThrow(
            () ->
                new AssertionError(
                    compiler
                        .compile(
                            SourceText.of("policy.xml", expression).span(), ExpressionTarget.STRING)
                        .issues()));
  }
}
