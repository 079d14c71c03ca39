package dev.fanout.load.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.Delay;
import dev.fanout.load.LoadModel;
import dev.fanout.load.Parameters;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.plan.HeaderValues;
import dev.fanout.load.plan.LoadSpec;
import dev.fanout.load.run.LoadStage;
import dev.fanout.load.run.LoadTarget;
import dev.fanout.load.summary.Condition;
import dev.fanout.load.summary.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A script for k6: {@code script.js}, which is the same for all plans, and {@code plan.json}, which
 * it reads. Every request carries the tags {@code target}, {@code stage}, {@code phase} (settling
 * or window), {@code api} and {@code operation}.
 */
public final class K6Export {
  private static final int PAUSE_SECONDS = 5;
  private static final int RATE_UNIT_SECONDS = 1_000;

  private final LoadSpec spec;
  private final List<String> notes = new ArrayList<>();

  private K6Export(LoadSpec spec) {
    this.spec = spec;
  }

  /**
   * @param spec read with {@link HeaderValues#openEnvironment}
   */
  public static Export of(LoadSpec spec) {
    return new K6Export(spec).export();
  }

  private Export export() {
    ObjectNode plan = JsonNodeFactory.instance.objectNode();
    ObjectNode targets = plan.putObject("targets");
    spec.targets().forEach(target -> target(targets.putObject(target.name()), target));
    ObjectNode scenarios = plan.putObject("scenarios");
    long offset = 0;
    for (LoadStage stage : spec.stages()) {
      for (LoadTarget target : spec.targets()) {
        offset += scenario(scenarios, target, stage, offset);
      }
    }
    thresholds(plan.putObject("thresholds"));
    plan.put("requestTimeoutMillis", spec.limits().requestTimeout().toMillis());
    notes.add("k6 has no Poisson arrivals, and drops an arrival for which no user is free");
    Map<String, String> files = new LinkedHashMap<>();
    files.put("plan.json", plan.toPrettyString().replace("\r\n", "\n") + "\n");
    files.put("script.js", script());
    return new Export(files, notes);
  }

  private static void target(ObjectNode node, LoadTarget target) {
    RequestMix mix = target.mix();
    node.put("base", target.base().toString());
    node.put("selection", mix.selection().name());
    node.put("idMin", mix.idMin());
    node.put("idMax", mix.idMax());
    ArrayNode cumulative = node.putArray("cumulative");
    double sum = 0;
    for (double weight : mix.weights()) {
      sum += weight;
      cumulative.add(sum);
    }
    ArrayNode tables = node.putArray("parameters");
    for (Parameters table : mix.parameters()) {
      ObjectNode of = tables.addObject();
      of.put("random", table.order() == Parameters.Order.RANDOM);
      ArrayNode columns = of.putArray("columns");
      table.columns().forEach(columns::add);
      ArrayNode rows = of.putArray("rows");
      table.rows().forEach(row -> row.forEach(rows.addArray()::add));
    }
    ArrayNode requests = node.putArray("requests");
    mix.templates().forEach(template -> request(requests.addObject(), template));
  }

  private static void request(ObjectNode node, RequestTemplate template) {
    node.put("api", template.apiId());
    node.put("operation", template.operationId());
    node.put("method", template.method());
    node.put("target", template.target());
    ObjectNode headers = node.putObject("headers");
    template
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.getKey(),
                    HeaderValues.withoutCredential(header.getKey(), header.getValue())));
    node.put("body", template.body());
    ArrayNode statuses = node.putArray("statuses");
    template.statuses().stream().sorted().forEach(statuses::add);
    ArrayNode contains = node.putArray("contains");
    checks(node, contains, template.check());
  }

  private static void checks(ObjectNode node, ArrayNode contains, BodyCheck check) {
    if (check instanceof BodyCheck.All all) {
      all.checks().forEach(part -> checks(node, contains, part));
    } else if (check instanceof BodyCheck.Contains text) {
      contains.add(text.text());
    } else if (check instanceof BodyCheck.Echoes echoes) {
      contains.add("\"path\":\"" + echoes.path() + "\"");
      contains.add("\"query\":" + echoes.query().map(query -> "\"" + query + "\"").orElse("null"));
    } else if (check instanceof BodyCheck.Length length) {
      node.put("least", length.least());
      node.put("most", length.most());
    }
  }

  /** Returns the seconds until the next one may start. */
  private long scenario(ObjectNode scenarios, LoadTarget target, LoadStage stage, long offset) {
    ObjectNode node = scenarios.putObject(target.name() + "_" + stage.name());
    long millis = stage.settling().plus(stage.window()).toMillis();
    node.put("exec", "run");
    node.put("startTime", offset + "s");
    node.put("gracefulStop", PAUSE_SECONDS + "s");
    ObjectNode tags = node.putObject("tags");
    tags.put("target", target.name());
    tags.put("stage", stage.name());
    ObjectNode environment = node.putObject("env");
    environment.put("TARGET", target.name());
    environment.put("SETTLING", String.valueOf(stage.settling().toMillis()));
    if (stage.model() instanceof LoadModel.Open open) {
      open(node, stage, open, millis);
    } else {
      LoadModel.Closed closed = (LoadModel.Closed) stage.model();
      closed(node, closed, millis);
      environment.put("THINK", delay(closed.think()));
      environment.put("PACE", delay(closed.pacing()));
    }
    return (millis + 999) / 1000 + PAUSE_SECONDS;
  }

  private static void open(ObjectNode node, LoadStage stage, LoadModel.Open open, long millis) {
    boolean constant = open.ratePerSecond() == open.endRatePerSecond();
    // k6 takes whole numbers only: arrivals in a thousand seconds.
    long rate = Math.round(open.ratePerSecond() * RATE_UNIT_SECONDS);
    node.put("executor", constant ? "constant-arrival-rate" : "ramping-arrival-rate");
    node.put("timeUnit", RATE_UNIT_SECONDS + "s");
    node.put("preAllocatedVUs", open.maxInFlight());
    node.put("maxVUs", open.maxInFlight());
    if (constant) {
      node.put("rate", rate);
      node.put("duration", millis + "ms");
      return;
    }
    node.put("startRate", rate);
    ArrayNode stages = node.putArray("stages");
    if (!stage.settling().isZero()) {
      stages.addObject().put("duration", stage.settling().toMillis() + "ms").put("target", rate);
    }
    stages
        .addObject()
        .put("duration", stage.window().toMillis() + "ms")
        .put("target", Math.round(open.endRatePerSecond() * RATE_UNIT_SECONDS));
  }

  private static void closed(ObjectNode node, LoadModel.Closed closed, long millis) {
    if (closed.startVus() == closed.vus()) {
      node.put("executor", "constant-vus");
      node.put("vus", closed.vus());
      node.put("duration", millis + "ms");
      return;
    }
    node.put("executor", "ramping-vus");
    node.put("startVUs", closed.startVus());
    node.put("gracefulRampDown", PAUSE_SECONDS + "s");
    long ramp = Math.min(millis, closed.ramp().toMillis());
    ArrayNode stages = node.putArray("stages");
    stages.addObject().put("duration", ramp + "ms").put("target", closed.vus());
    if (ramp < millis) {
      stages.addObject().put("duration", (millis - ramp) + "ms").put("target", closed.vus());
    }
  }

  /** A kind and its numbers in seconds, as the script draws them. */
  private static String delay(Delay delay) {
    if (delay instanceof Delay.Fixed fixed) {
      return "fixed " + seconds(fixed.delay());
    }
    if (delay instanceof Delay.Uniform uniform) {
      return "uniform " + seconds(uniform.least()) + " " + seconds(uniform.most());
    }
    if (delay instanceof Delay.Exponential exponential) {
      return "exponential " + seconds(exponential.mean()) + " " + seconds(exponential.most());
    }
    Delay.LogNormal drawn = (Delay.LogNormal) delay;
    return "lognormal "
        + seconds(drawn.median())
        + " "
        + seconds(drawn.most())
        + " "
        + JmxExport.plain(drawn.sigma());
  }

  private static String seconds(java.time.Duration duration) {
    return JmxExport.plain(duration.toNanos() / 1e9);
  }

  /** One for each trial, so that k6's summary has a line for each. */
  private void thresholds(ObjectNode node) {
    for (LoadStage stage : spec.stages()) {
      for (LoadTarget target : spec.targets()) {
        String tags = "{target:" + target.name() + ",stage:" + stage.name() + ",phase:window}";
        ArrayNode times = node.putArray("http_req_duration" + tags);
        ArrayNode failures = node.putArray("http_req_failed" + tags);
        times.add("max>=0");
        failures.add("rate<=1");
        for (Condition condition : spec.failIf()) {
          boolean concerns =
              condition.target().map(target.name()::equals).orElse(true)
                  && condition.stage().map(stage.name()::equals).orElse(true);
          if (concerns) {
            threshold(condition, times, failures);
          }
        }
      }
    }
  }

  private void threshold(Condition condition, ArrayNode times, ArrayNode failures) {
    Metric metric = condition.metric();
    // What must be true is the opposite of what fails.
    String sign =
        switch (condition.comparison()) {
          case ABOVE -> "<=";
          case AT_LEAST -> "<";
          case BELOW -> ">=";
          case AT_MOST -> ">";
        };
    Optional<String> time = Optional.empty();
    if (metric instanceof Metric.Percentile percentile && percentile.clock().isWholeAnswer()) {
      time = Optional.of("p(" + JmxExport.plain(percentile.percent()) + ")");
    } else if (metric instanceof Metric.Moment moment && moment.clock().isWholeAnswer()) {
      time =
          Optional.of(
              switch (moment.kind()) {
                case MIN -> "min";
                case MEAN -> "avg";
                case MAX -> "max";
              });
    }
    if (time.isPresent()) {
      times.add(time.get() + sign + JmxExport.plain(condition.limit() / 1e6));
    } else if (metric instanceof Metric.Part part
        && part.share()
        && part.kind() == Metric.Part.Kind.ERRORS) {
      failures.add("rate" + sign + JmxExport.plain(condition.limit()));
    } else {
      String note = "'" + condition.text() + "' has no threshold in k6";
      if (!notes.contains(note)) {
        notes.add(note);
      }
    }
  }

  private static String script() {
    try (InputStream in = K6Export.class.getResourceAsStream("script.js")) {
      if (in == null) {
        throw new IllegalStateException("script.js is not packaged");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
