package dev.fanout.cli;

import dev.fanout.load.export.Export;
import dev.fanout.load.export.JmxExport;
import dev.fanout.load.export.K6Export;
import dev.fanout.load.plan.HeaderValues;
import dev.fanout.load.plan.LoadSpec;
import dev.fanout.load.summary.Condition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout export}: the same load for another engine. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "FORMAT",
    header = "Writes a load plan for another engine: jmx or k6.",
    description = "",
    subcommands = {ExportCommand.Jmx.class, ExportCommand.K6.class})
public final class ExportCommand implements Runnable {
  @Spec private CommandSpec spec;

  ExportCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a format: jmx or k6");
  }

  /** What both formats take. */
  abstract static class Format implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "URL|plan.yaml", description = "As of fanout load.")
    private String source = "";

    @Mixin private StageOptions stages = new StageOptions();

    @Mixin private RequestOptions requests = new RequestOptions();

    @Option(names = "--fail-if", paramLabel = "CONDITION", description = "As of fanout load.")
    private List<String> failIf = new ArrayList<>();

    @Option(
        names = "--out",
        paramLabel = "DIR",
        required = true,
        description = "Folder for the files; those of the same names are replaced.")
    private Path out = Path.of("");

    abstract Export export(LoadSpec load);

    @Override
    public Integer call() throws IOException {
      List<Condition> more = failIf.stream().map(Condition::parse).toList();
      boolean url = RequestOptions.isUrl(source);
      LoadSpec read =
          requests
              .read(
                  source,
                  url ? stages.stages() : List.of(),
                  Set.of(200),
                  HeaderValues.openEnvironment())
              .andFailIf(more);
      Export export = export(url ? read : read.withStages(stages.over(read.stages())));
      export.writeTo(out);
      export
          .files()
          .keySet()
          .forEach(name -> spec.commandLine().getOut().println(out.resolve(name)));
      spec.commandLine().getOut().flush();
      export.notes().forEach(note -> spec.commandLine().getErr().println("note: " + note));
      spec.commandLine().getErr().flush();
      return ExitCode.OK;
    }
  }

  /** {@code fanout export jmx}. */
  @Command(
      name = "jmx",
      mixinStandardHelpOptions = true,
      header = "A JMeter 5.6 plan of stock elements, and loadtest.yaml for Azure Load Testing.",
      description = {
        "",
        "Run it with: jmeter -n -t plan.jmx -q user.properties -l results.jtl",
        "and read the results with: fanout import jtl results.jtl",
        "",
      })
  static final class Jmx extends Format {
    @Option(
        names = "--engines",
        paramLabel = "N",
        defaultValue = "0",
        description =
            "Share the load between so many engines, each of which runs the whole plan (default: as"
                + " many as 250 users each need).")
    private int engines;

    Jmx() {}

    @Override
    Export export(LoadSpec load) {
      return JmxExport.of(load, engines);
    }
  }

  /** {@code fanout export k6}. */
  @Command(
      name = "k6",
      mixinStandardHelpOptions = true,
      header = "A k6 script and the plan that it reads.",
      description = {"", "Run it with: k6 run script.js", ""})
  static final class K6 extends Format {
    K6() {}

    @Override
    Export export(LoadSpec load) {
      return K6Export.of(load);
    }
  }
}
