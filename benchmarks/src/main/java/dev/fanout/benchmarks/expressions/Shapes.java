package dev.fanout.benchmarks.expressions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.expressions.runtime.json.JObject;
import dev.fanout.policies.context.ApimContext;
import dev.fanout.policies.context.ApimResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is compared: the expression of the published benchmark's fragment, the ten shapes that are
 * the most frequent of the corpus ({@code corpus-compile.json} of the golden expressions, those
 * that C# accepts and that have no named values; texts and numbers count as equal, constants alone
 * not), further ones that are frequent in a larger corpus, a block that builds JSON, and a regular
 * expression. The texts are of the corpus, but that bodies are preserved, since each is read more
 * than once.
 *
 * <p>The Java does the same work on the same objects of the context, and nothing else: it asks for
 * the same members, names that are case-insensitive in C# go through the same lookup, a null that
 * C# tells from a value is looked for, and a cast is a cast. Where C#'s semantics need more than
 * Java has at hand, the Java does what is good enough for this one policy, as its author would:
 * {@code split} with Java's rules, Jackson for JSON that is built, {@code java.util.regex} with the
 * pattern in a constant. It has no limits on what it may use, no steps, no clock. What it gives is
 * checked against the expression's value before anything is measured.
 */
final class Shapes {
  static final String CONTEXT =
      """
      {"api": {"id": "orders", "path": "svc01/v1"}, "operation": {"id": "get"},
       "subscription": {"id": "sub-42", "key": "k"},
       "request": {"method": "GET", "ipAddress": "203.0.113.9",
         "originalUrl": "https://gateway.example/svc01/v1/resource/42/x?tag=a",
         "url": "https://backend.example/api/resource/42/x?tag=a",
         "headers": {"Authorization": ["Bearer %s"], "X-Number": ["17"], "Accept": ["a", "b"]},
         "matchedParameters": {"id": "42"}},
       "response": {"statusCode": 503},
       "variables": {
         "backend": {"type": "string", "value": "be-shared"},
         "count": {"type": "int", "value": 3},
         "session": {"type": "string", "value": "Zm9v.YmFy.1760000000"},
         "token": {"type": "JObject", "value": {"access_token": "t0k3n", "expires_in": 3600}},
         "reply": {"type": "IResponse", "value": {"statusCode": 200,
           "body": "{\\"token_type\\":\\"Bearer\\",\\"access_token\\":\\"t0k3n\\",\\"expires_in\\":3600}"}}}}
      """
          .formatted(Tokens.EXAMPLE);

  private static final double CLOSE = 1.2;
  private static final double GOOD = 1.5;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("/([0-9]+)/");

  static final List<Shape> ALL =
      List.of(
          new Shape(
              "published fragment",
              CLOSE,
              ExpressionTarget.STRING,
              "@(\"/api/echo\" + context.Request.OriginalUrl.Path"
                  + " + context.Request.OriginalUrl.QueryString)",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return "/api/echo"
                      + context.request().originalUrl().path()
                      + context.request().originalUrl().queryString();
                }
              }),
          new Shape(
              "1  variable as text",
              GOOD,
              ExpressionTarget.STRING,
              "@((string)context.Variables[\"backend\"])",
              new HandWritten() {
                @Override
                @Nullable Object evaluate(ApimContext context) {
                  return text(context, "backend");
                }
              }),
          new Shape(
              "2  member of a JSON variable",
              GOOD,
              ExpressionTarget.STRING,
              "@(((JObject)context.Variables[\"token\"])[\"access_token\"].ToString())",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  JObject token = (JObject) value(context, "token");
                  return Objects.requireNonNull(token.item("access_token")).toString();
                }
              }),
          new Shape(
              "3  is a variable absent",
              GOOD,
              ExpressionTarget.BOOLEAN,
              "@(!context.Variables.ContainsKey(\"bearer\"))",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return !context.variables().contains("bearer");
                }
              }),
          new Shape(
              "4  variable within a text",
              GOOD,
              ExpressionTarget.STRING,
              "@($\"tokens-{context.Variables[\"backend\"]}-accessToken\")",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  Object value = context.variables().value("backend");
                  return "tokens-" + (value == null ? "" : value) + "-accessToken";
                }
              }),
          new Shape(
              "5  status of a reply",
              GOOD,
              ExpressionTarget.BOOLEAN,
              "@(((IResponse)context.Variables[\"reply\"]).StatusCode == 200)",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return ((ApimResponse) value(context, "reply")).statusCode() == 200;
                }
              }),
          new Shape(
              "6  subject of a token",
              GOOD,
              ExpressionTarget.STRING,
              "@(\"SAPPrincipal\" + context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\")"
                  + ".AsJwt()?.Subject)",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  String subject = Tokens.subject(header(context, "Authorization"));
                  return subject == null ? "SAPPrincipal" : "SAPPrincipal" + subject;
                }
              }),
          new Shape(
              "7  part of a variable",
              GOOD,
              ExpressionTarget.STRING,
              "@(((string)context.Variables[\"session\"]).Split('.')[1])",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return ((String) value(context, "session")).split("\\.")[1];
                }
              }),
          new Shape(
              "8  member of a reply",
              GOOD,
              ExpressionTarget.STRING,
              "@(((IResponse)context.Variables[\"reply\"]).Body.As<JObject>(preserveContent: true)"
                  + "[\"access_token\"].ToString())",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return Objects.requireNonNull(json(context, "reply").get("access_token"))
                      .asText();
                }
              }),
          new Shape(
              "9  reply as JSON",
              GOOD,
              ExpressionTarget.OBJECT,
              "@(((IResponse)context.Variables[\"reply\"]).Body.As<JObject>(preserveContent: true))",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return json(context, "reply");
                }
              }),
          new Shape(
              "10 does a variable differ",
              GOOD,
              ExpressionTarget.BOOLEAN,
              "@((string)context.Variables[\"backend\"] != \"_\")",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return !"_".equals(text(context, "backend"));
                }
              }),
          new Shape(
              "difference of variables",
              GOOD,
              ExpressionTarget.STRING,
              "@((int)context.Variables[\"count\"] - (int)context.Variables[\"count\"])",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  int difference =
                      (Integer) value(context, "count") - (Integer) value(context, "count");
                  return String.valueOf(difference);
                }
              }),
          new Shape(
              "status comparison",
              GOOD,
              ExpressionTarget.BOOLEAN,
              "@(context.Response.StatusCode == 404)",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return Objects.requireNonNull(context.response()).statusCode() == 404;
                }
              }),
          new Shape(
              "variable or default",
              GOOD,
              ExpressionTarget.STRING,
              "@(context.Variables.GetValueOrDefault<string>(\"absent\", \"x\"))",
              new HandWritten() {
                @Override
                @Nullable Object evaluate(ApimContext context) {
                  return context.variables().contains("absent") ? text(context, "absent") : "x";
                }
              }),
          new Shape(
              "header or default",
              GOOD,
              ExpressionTarget.STRING,
              "@(context.Request.Headers.GetValueOrDefault(\"X-Number\", \"\"))",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return header(context, "X-Number");
                }
              }),
          new Shape(
              "matched parameter",
              GOOD,
              ExpressionTarget.STRING,
              "@(context.Request.MatchedParameters[\"id\"])",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return Objects.requireNonNull(context.request().matchedParameters().value("id"));
                }
              }),
          new Shape(
              "method and path",
              GOOD,
              ExpressionTarget.BOOLEAN,
              "@(!context.Request.OriginalUrl.Path.Contains(\"/$metadata\")"
                  + " && context.Request.Method == \"GET\")",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return !context.request().originalUrl().path().contains("/$metadata")
                      && context.request().method().equals("GET");
                }
              }),
          new Shape(
              "interpolation of three",
              GOOD,
              ExpressionTarget.STRING,
              "@($\"{context.Api.Id}:{context.Operation.Id}"
                  + ":{context.Request.MatchedParameters[\"id\"]}\")",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  return Objects.requireNonNull(context.api()).id()
                      + ":"
                      + Objects.requireNonNull(context.operation()).id()
                      + ":"
                      + Objects.requireNonNull(context.request().matchedParameters().value("id"));
                }
              }),
          new Shape(
              "JSON block",
              GOOD,
              ExpressionTarget.STRING,
              "@{ var o = new JObject(); o[\"api\"] = context.Api.Id;"
                  + " o[\"status\"] = context.Response.StatusCode;"
                  + " o[\"ip\"] = context.Request.IpAddress;"
                  + " return o.ToString(Newtonsoft.Json.Formatting.None); }",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  ObjectNode node = JSON.createObjectNode();
                  node.put("api", Objects.requireNonNull(context.api()).id());
                  node.put("status", Objects.requireNonNull(context.response()).statusCode());
                  node.put("ip", context.request().ipAddress());
                  return node.toString();
                }
              }),
          new Shape(
              "regex",
              GOOD,
              ExpressionTarget.STRING,
              "@(Regex.Match(context.Request.OriginalUrl.Path, \"/([0-9]+)/\").Groups[1].Value)",
              new HandWritten() {
                @Override
                Object evaluate(ApimContext context) {
                  Matcher matcher = NUMBER.matcher(context.request().originalUrl().path());
                  return matcher.find() ? matcher.group(1) : "";
                }
              }));

  private Shapes() {}

  private static Object value(ApimContext context, String name) {
    return Objects.requireNonNull(context.variables().value(name));
  }

  private static @Nullable String text(ApimContext context, String name) {
    return (String) context.variables().value(name);
  }

  /** Several values are joined by a comma; empty without any. */
  private static String header(ApimContext context, String name) {
    String[] values = context.request().headers().values(name);
    return values == null ? "" : values.length == 1 ? values[0] : String.join(",", values);
  }

  private static ObjectNode json(ApimContext context, String reply) {
    ApimResponse response = (ApimResponse) value(context, reply);
    byte[] body = Objects.requireNonNull(response.body()).take(true);
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
