package dev.fanout.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.CompiledExpression;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.policies.context.ApimContext;
import dev.fanout.policies.context.ApimResponse;
import dev.fanout.policies.context.ContextTypes;
import dev.fanout.policies.eval.ContextReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Compiled expressions and Java that does the same, over one context in one process, in turn and in
 * a random order within each round; first each expression of a corpus has run some thousand times,
 * so that the JIT's profile is that of a gateway with many policies. Nanoseconds of CPU and bytes
 * for one evaluation; then the time that 1,000 distinct expressions take to compile.
 */
public final class ExpressionSpeed {
  private static final long SEED = 20261124L;
  private static final int WARM_RUNS = 3_000;
  private static final int EVALUATIONS = 40_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("/([0-9]+)/");

  private static final String CONTEXT =
      """
      {"api": {"id": "orders", "path": "svc01/v1"}, "operation": {"id": "get"},
       "subscription": {"id": "sub-42", "key": "k"},
       "request": {"method": "GET", "ipAddress": "203.0.113.9",
         "originalUrl": "https://gateway.example/svc01/v1/resource/42/x?tag=a",
         "url": "https://backend.example/api/resource/42/x?tag=a",
         "headers": {"Authorization": ["Bearer abc"], "X-Number": ["17"], "Accept": ["a", "b"]},
         "matchedParameters": {"id": "42"}},
       "response": {"statusCode": 503},
       "variables": {"backend": "be-shared", "count": 3, "enabled": true,
         "reply": {"type": "IResponse", "value": {"statusCode": 200}}}}
      """;

  private final ExpressionCompiler compiler = new ExpressionCompiler(ContextTypes.hostTypes());
  private final ApimContext context = ContextReader.read(SourceText.of("context", CONTEXT));
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private int sink;

  private ExpressionSpeed() {}

  /** A case: an expression, and Java for it. */
  private record Case(
      String name, String expression, Function<ApimContext, Object> java, List<double[]> rounds) {
    Case(String name, String expression, Function<ApimContext, Object> java) {
      this(name, expression, java, new ArrayList<>());
    }
  }

  public static void main(String[] arguments) throws IOException {
    ExpressionSpeed speed = new ExpressionSpeed();
    int warmed = speed.warm(Path.of(arguments[1]));
    System.out.println("warmed with " + warmed + " expressions, " + WARM_RUNS + " runs each");
    speed.compare(cases(), Integer.parseInt(arguments[0]));
    speed.compileMany();
    System.out.println("checksum " + speed.sink);
  }

  private static List<Case> cases() {
    return List.of(
        new Case(
            "published fragment",
            "@(\"/api/echo\" + context.Request.OriginalUrl.Path + context.Request.OriginalUrl.QueryString)",
            c ->
                "/api/echo"
                    + c.request().originalUrl().path()
                    + c.request().originalUrl().queryString()),
        new Case(
            "cast of a variable",
            "@((string)context.Variables[\"backend\"])",
            c -> (String) c.variables().value("backend")),
        new Case(
            "response of a variable",
            "@(((IResponse)context.Variables[\"reply\"]).StatusCode == 200 ? \"y\" : \"n\")",
            c -> ((ApimResponse) value(c, "reply")).statusCode() == 200 ? "y" : "n"),
        new Case(
            "variable or default",
            "@(context.Variables.GetValueOrDefault<string>(\"absent\", \"x\"))",
            c -> c.variables().contains("absent") ? (String) c.variables().value("absent") : "x"),
        new Case(
            "ContainsKey",
            "@(context.Variables.ContainsKey(\"backend\") ? \"y\" : \"n\")",
            c -> c.variables().contains("backend") ? "y" : "n"),
        new Case(
            "header or default",
            "@(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\"))",
            c -> header(c, "Authorization")),
        new Case(
            "matched parameter",
            "@(context.Request.MatchedParameters[\"id\"])",
            c -> Objects.requireNonNull(c.request().matchedParameters().value("id"))),
        new Case(
            "status comparison",
            "@(context.Response.StatusCode >= 500 ? \"y\" : \"n\")",
            c -> Objects.requireNonNull(c.response()).statusCode() >= 500 ? "y" : "n"),
        new Case(
            "Split and index",
            "@(context.Request.OriginalUrl.Path.Split('/')[2])",
            c -> c.request().originalUrl().path().split("/")[2]),
        new Case(
            "interpolation",
            "@($\"{context.Api.Id}:{context.Operation.Id}:{context.Request.MatchedParameters[\"id\"]}\")",
            c ->
                Objects.requireNonNull(c.api()).id()
                    + ":"
                    + Objects.requireNonNull(c.operation()).id()
                    + ":"
                    + c.request().matchedParameters().value("id")),
        new Case(
            "Contains and &&",
            "@(context.Request.Method == \"GET\" && context.Request.OriginalUrl.Path.Contains(\"/v1/\") ? \"y\" : \"n\")",
            c ->
                c.request().method().equals("GET")
                        && c.request().originalUrl().path().contains("/v1/")
                    ? "y"
                    : "n"),
        new Case(
            "JSON block (Jackson)",
            "@{ var o = new JObject(); o[\"api\"] = context.Api.Id; o[\"status\"] = context.Response.StatusCode; o[\"ip\"] = context.Request.IpAddress; return o.ToString(Newtonsoft.Json.Formatting.None); }",
            ExpressionSpeed::json),
        new Case(
            "regex (java.util.regex)",
            "@(Regex.Match(context.Request.OriginalUrl.Path, \"/([0-9]+)/\").Groups[1].Value)",
            c -> {
              var matcher = NUMBER.matcher(c.request().originalUrl().path());
              return matcher.find() ? matcher.group(1) : "";
            }));
  }

  private static Object value(ApimContext context, String name) {
    return Objects.requireNonNull(context.variables().value(name));
  }

  private static String header(ApimContext context, String name) {
    String[] values = context.request().headers().values(name);
    return values == null ? "" : values.length == 1 ? values[0] : String.join(",", values);
  }

  private static String json(ApimContext context) {
    ObjectNode node = JSON.createObjectNode();
    node.put("api", Objects.requireNonNull(context.api()).id());
    node.put("status", Objects.requireNonNull(context.response()).statusCode());
    node.put("ip", context.request().ipAddress());
    return node.toString();
  }

  private CompiledExpression compile(String text) {
    var compilation = compiler.compile(SourceText.of("e", text).span(), ExpressionTarget.STRING);
    return compilation
        .expression()
        .orElseThrow(() -> new IllegalStateException(text + ": " + compilation.issues()));
  }

  /** Runs what compiles of the corpus; without one, the cases are the corpus. */
  private int warm(Path corpus) throws IOException {
    List<CompiledExpression> expressions = new ArrayList<>();
    if (Files.isRegularFile(corpus)) {
      for (JsonNode row : JSON.readTree(Files.readString(corpus, StandardCharsets.UTF_8))) {
        String text = row.get("expression").asText();
        compiler
            .compile(SourceText.of("e", text).span(), ExpressionTarget.STRING)
            .expression()
            .ifPresent(expressions::add);
      }
    }
    cases().forEach(given -> expressions.add(compile(given.expression())));
    for (int run = 0; run < WARM_RUNS; run++) {
      for (CompiledExpression expression : expressions) {
        try {
          sink += Objects.hashCode(expression.evaluate(context));
        } catch (ExpressionFailure e) {
          sink++;
        }
      }
    }
    return expressions.size();
  }

  private void compare(List<Case> cases, int rounds) {
    Random random = new Random(SEED);
    List<Case> order = new ArrayList<>(cases);
    for (int round = -3; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (Case given : order) {
        CompiledExpression expression = compile(given.expression());
        boolean first = random.nextBoolean();
        double[] a = first ? turn(expression::evaluate) : turn(given.java()::apply);
        double[] b = first ? turn(given.java()::apply) : turn(expression::evaluate);
        if (round >= 0) {
          given.rounds().add(first ? both(a, b) : both(b, a));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%n%-24s %9s %9s   %-20s %7s %7s%n",
        "case", "ns", "Java ns", "ratio [lowest, highest]", "bytes", "Java");
    for (Case given : cases) {
      System.out.printf(
          Locale.ROOT,
          "%-24s %9.1f %9.1f   %5.2f [%.2f, %.2f]      %7.0f %7.0f%n",
          given.name(),
          median(given, r -> r[0]),
          median(given, r -> r[2]),
          median(given, r -> r[0] / r[2]),
          given.rounds().stream().mapToDouble(r -> r[0] / r[2]).min().orElse(0),
          given.rounds().stream().mapToDouble(r -> r[0] / r[2]).max().orElse(0),
          median(given, r -> r[1]),
          median(given, r -> r[3]));
    }
  }

  private static double[] both(double[] ours, double[] java) {
    return new double[] {ours[0], ours[1], java[0], java[1]};
  }

  private static double median(Case given, Function<double[], Double> figure) {
    double[] figures = given.rounds().stream().mapToDouble(figure::apply).sorted().toArray();
    return figures[figures.length / 2];
  }

  /** CPU nanoseconds and bytes for one evaluation. */
  private double[] turn(Function<ApimContext, Object> work) {
    long id = Thread.currentThread().getId();
    long bytes = threads.getThreadAllocatedBytes(id);
    long cpu = threads.getCurrentThreadCpuTime();
    int sum = 0;
    for (int i = 0; i < EVALUATIONS; i++) {
      Object value = work.apply(context);
      sum += value == null ? 0 : value.hashCode();
    }
    cpu = threads.getCurrentThreadCpuTime() - cpu;
    bytes = threads.getThreadAllocatedBytes(id) - bytes;
    sink += sum;
    return new double[] {(double) cpu / EVALUATIONS, (double) bytes / EVALUATIONS};
  }

  private void compileMany() {
    double[] seconds = new double[5];
    for (int round = 0; round < seconds.length; round++) {
      List<String> texts = new ArrayList<>();
      List<Case> cases = cases();
      for (int i = 0; i < 1_000; i++) {
        String text = cases.get(i % cases.size()).expression();
        String distinct = "\"" + round + "-" + i + "\"";
        texts.add(
            text.startsWith("@(")
                ? "@(" + distinct + " + (" + text.substring(2) + ")"
                : text.replace("@{", "@{ var unused = " + distinct + ";"));
      }
      long start = System.nanoTime();
      texts.forEach(this::compile);
      seconds[round] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "%n1,000 distinct expressions compile in %.2f s [%.2f, %.2f], 5 rounds%n",
        seconds[2], seconds[0], seconds[4]);
  }
}
