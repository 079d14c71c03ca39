package dev.fanout.load.export;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.load.Delay;
import dev.fanout.load.LoadModel;
import dev.fanout.load.RequestMix;
import dev.fanout.load.plan.LoadSpec;
import dev.fanout.load.run.LoadStage;
import dev.fanout.load.run.LoadTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plan for JMeter 5.6, of stock elements only, with its data files, {@code user.properties} and
 * {@code loadtest.yaml} for Azure Load Testing.
 *
 * <p>Each trial is a thread group; its samples are named {@code target/stage/api/operation}, and
 * the group's name says how long it settles, which {@link dev.fanout.load.imports.JtlReader} reads.
 * An open model's schedule counts from the start of the whole test (OpenModelThreadGroup of 5.6.3),
 * so that a plan with one runs all groups by the clock instead of one after another.
 */
public final class JmxExport {
  private static final int PAUSE_SECONDS = 5;

  private final LoadSpec spec;
  private final int engines;
  private final List<Issue> issues = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<RequestMix, Integer> mixes = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Set<String> secrets = new TreeSet<>();

  private JmxExport(LoadSpec spec, int engines) {
    this.spec = spec;
    this.engines = engines;
  }

  /**
   * @param spec read with {@link dev.fanout.load.plan.HeaderValues#openEnvironment}
   * @param engines that share the load, each running the whole plan; 0: as many as 250 users on
   *     each need
   * @throws IssueException for what stock elements cannot do
   */
  public static Export of(LoadSpec spec, int engines) {
    return new JmxExport(spec, engines > 0 ? engines : enginesFor(spec)).export();
  }

  private static int enginesFor(LoadSpec spec) {
    int most = 1;
    for (LoadStage stage : spec.stages()) {
      if (stage.model() instanceof LoadModel.Closed closed) {
        most = Math.max(most, closed.mostVus());
      }
    }
    return (most + AzureLoadTest.USERS_PER_ENGINE - 1) / AzureLoadTest.USERS_PER_ENGINE;
  }

  private Export export() {
    boolean byClock = spec.stages().stream().anyMatch(s -> s.model() instanceof LoadModel.Open);
    JmxNode plan =
        new JmxNode("TestPlan", "TestPlanGui", spec.name())
            .flag("TestPlan.functional_mode", false)
            .flag("TestPlan.serialize_threadgroups", !byClock)
            .raw(
                "<elementProp name=\"TestPlan.user_defined_variables\" elementType=\"Arguments\">\n"
                    + "  <collectionProp name=\"Arguments.arguments\"/>\n</elementProp>");
    long offset = 0;
    for (LoadStage stage : spec.stages()) {
      long seconds = seconds(stage.settling().plus(stage.window()));
      for (LoadTarget target : spec.targets()) {
        plan.add(group(target, stage, seconds, byClock ? offset : 0));
        offset += seconds + PAUSE_SECONDS;
      }
    }
    if (!issues.isEmpty()) {
      throw new IssueException(issues);
    }
    notes.add("JMeter measures whole milliseconds, from the send");
    if (byClock) {
      notes.add("JMeter's open model opens a connection for every arrival");
    }
    files.put(
        "plan.jmx",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<jmeterTestPlan version=\"1.2\" properties=\"5.0\" jmeter=\"5.6.3\">\n"
            + "  <hashTree>\n"
            + plan.emit(2)
            + "  </hashTree>\n</jmeterTestPlan>\n");
    files.put("user.properties", userProperties());
    List<String> data =
        files.keySet().stream().filter(name -> name.endsWith(".csv")).sorted().toList();
    AzureLoadTest azure = new AzureLoadTest(spec, engines, data, secrets);
    files.put("loadtest.yaml", azure.render());
    notes.addAll(azure.notes());
    return new Export(files, notes);
  }

  private JmxNode group(LoadTarget target, LoadStage stage, long seconds, long offset) {
    String name =
        target.name() + "/" + stage.name() + " settling=" + stage.settling().toMillis() + "ms";
    JmxNode group =
        stage.model() instanceof LoadModel.Open open
            ? openGroup(name, stage, open, offset)
            : closedGroup(name, stage, (LoadModel.Closed) stage.model(), seconds, offset);
    Integer known = mixes.get(target.mix());
    int number = known == null ? mixes.size() + 1 : known;
    mixes.put(target.mix(), number);
    JmxSamplers samplers = new JmxSamplers(target, spec.limits(), spec.randomSeed(), number);
    files.putAll(samplers.files());
    samplers.addTo(group, target.name() + "/" + stage.name());
    secrets.addAll(samplers.secrets());
    return group;
  }

  private JmxNode openGroup(String name, LoadStage stage, LoadModel.Open open, long offset) {
    String arrivals =
        open.spacing() == LoadModel.Spacing.POISSON ? "random_arrivals" : "even_arrivals";
    String from = rate(stage, "rate", open.ratePerSecond());
    String to =
        open.ratePerSecond() == open.endRatePerSecond()
            ? from
            : rate(stage, "rate.end", open.endRatePerSecond());
    StringBuilder schedule = new StringBuilder();
    if (offset > 0) {
      schedule.append("pause(").append(offset).append(" sec) ");
    }
    if (!stage.settling().isZero()) {
      schedule.append(from).append(' ').append(arrivals).append(time(stage.settling()));
    }
    schedule.append(from).append(' ').append(arrivals).append(time(stage.window())).append(to);
    schedule.append(" pause(").append(PAUSE_SECONDS).append(" sec)");
    return new JmxNode("OpenModelThreadGroup", "OpenModelThreadGroupGui", name)
        .raw(
            "<elementProp name=\"ThreadGroup.main_controller\""
                + " elementType=\"OpenModelThreadGroupController\"/>")
        .text("ThreadGroup.on_sample_error", "continue")
        .text("OpenModelThreadGroup.schedule", schedule.toString())
        .text("OpenModelThreadGroup.random_seed", String.valueOf(spec.randomSeed()));
  }

  private static String time(Duration duration) {
    return "(" + duration.toMillis() + " ms) ";
  }

  private String rate(LoadStage stage, String word, double perSecond) {
    String key = word + "." + stage.name();
    String whole = plain(perSecond);
    properties.put(key, plain(perSecond / engines));
    return "rate(${__P(" + key + "," + whole + ")}/sec)";
  }

  private JmxNode closedGroup(
      String name, LoadStage stage, LoadModel.Closed closed, long seconds, long offset) {
    if (closed.startVus() != closed.vus() && closed.startVus() != 0) {
      issue(
          stage,
          "goes from " + closed.startVus() + " to " + closed.vus() + " users",
          "a stock thread group starts from none: make it two stages, or let it start from 0");
    }
    if (closed.vus() % engines != 0) {
      issue(
          stage,
          "has " + closed.vus() + " users, which " + engines + " engines cannot share evenly",
          "choose another number with --engines");
    }
    String key = "vus." + stage.name();
    properties.put(key, String.valueOf(closed.vus() / engines));
    JmxNode group =
        new JmxNode("ThreadGroup", "ThreadGroupGui", name)
            .text("ThreadGroup.num_threads", "${__P(" + key + "," + closed.vus() + ")}")
            .text("ThreadGroup.ramp_time", String.valueOf(seconds(closed.ramp())))
            .flag("ThreadGroup.scheduler", true)
            .text("ThreadGroup.duration", String.valueOf(seconds))
            .text("ThreadGroup.delay", String.valueOf(offset))
            .flag("ThreadGroup.delayedStart", true)
            .flag("ThreadGroup.same_user_on_next_iteration", true)
            .text("ThreadGroup.on_sample_error", "continue")
            .raw(
                "<elementProp name=\"ThreadGroup.main_controller\" elementType=\"LoopController\""
                    + " guiclass=\"LoopControlPanel\" testclass=\"LoopController\""
                    + " testname=\"Loop Controller\" enabled=\"true\">\n"
                    + "  <boolProp name=\"LoopController.continue_forever\">false</boolProp>\n"
                    + "  <intProp name=\"LoopController.loops\">-1</intProp>\n</elementProp>");
    delays(group, stage, closed);
    return group;
  }

  private void delays(JmxNode group, LoadStage stage, LoadModel.Closed closed) {
    boolean paces = !closed.pacing().isNone();
    boolean thinks = !closed.think().isNone();
    if (paces && thinks) {
      issue(stage, "has think time and pacing", "JMeter adds its timers up: choose one of the two");
    } else if (paces) {
      if (closed.pacing() instanceof Delay.Fixed fixed) {
        group.add(
            new JmxNode("ConstantThroughputTimer", "TestBeanGUI", "pace")
                .number("calcMode", 0)
                .text("throughput", plain(60e9 / fixed.delay().toNanos())));
      } else {
        issue(stage, "draws its pacing", "JMeter's pacing is always the same: give one time");
      }
    } else if (thinks) {
      group.add(think(closed.think()));
    }
  }

  private static JmxNode think(Delay delay) {
    String text;
    if (delay instanceof Delay.Fixed fixed) {
      text = String.valueOf(fixed.delay().toMillis());
    } else if (delay instanceof Delay.Uniform uniform) {
      return new JmxNode("UniformRandomTimer", "UniformRandomTimerGui", "think")
          .text("ConstantTimer.delay", String.valueOf(uniform.least().toMillis()))
          .text(
              "RandomTimer.range",
              String.valueOf(uniform.most().minus(uniform.least()).toMillis()));
    } else if (delay instanceof Delay.Exponential exponential) {
      text = groovy(millis(exponential.mean()) + "*-Math.log(1-Math.random())", exponential.most());
    } else {
      Delay.LogNormal drawn = (Delay.LogNormal) delay;
      text =
          groovy(
              millis(drawn.median())
                  + "*Math.exp("
                  + plain(drawn.sigma())
                  + "*java.util.concurrent.ThreadLocalRandom.current().nextGaussian())",
              drawn.most());
    }
    return new JmxNode("ConstantTimer", "ConstantTimerGui", "think")
        .text("ConstantTimer.delay", text);
  }

  private static String groovy(String formula, Duration most) {
    return "${__groovy((long) Math.min(" + formula + "\\, " + millis(most) + "))}";
  }

  private static String millis(Duration duration) {
    return plain(duration.toNanos() / 1e6);
  }

  private String userProperties() {
    StringBuilder out = new StringBuilder();
    out.append("# JMeter: jmeter -n -t plan.jmx -q user.properties -l results.jtl\n");
    out.append("# A connection lives as long as its user.\n");
    out.append("httpclient.reset_state_on_thread_group_iteration=false\n");
    out.append("httpclient4.time_to_live=3600000\n");
    out.append("httpclient4.retrycount=0\n");
    out.append("jmeter.save.saveservice.output_format=csv\n");
    out.append("jmeter.save.saveservice.timestamp_format=ms\n");
    out.append("jmeter.save.saveservice.thread_name=true\n");
    out.append("jmeter.save.saveservice.assertion_results_failure_message=true\n");
    if (engines > 1) {
      out.append("# For each of ").append(engines).append(" engines.\n");
    }
    properties.forEach((key, value) -> out.append(key).append('=').append(value).append('\n'));
    secrets.forEach(name -> out.append("# ").append(name).append("=…\n"));
    return out.toString();
  }

  private void issue(LoadStage stage, String what, String hint) {
    issues.add(
        Issue.error(Export.UNSUPPORTED, "stage '" + stage.name() + "' " + what).withHint(hint));
  }

  private static long seconds(Duration duration) {
    return (duration.toMillis() + 999) / 1000;
  }

  static String plain(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.6f", value).replaceFirst("0+$", "");
  }
}
