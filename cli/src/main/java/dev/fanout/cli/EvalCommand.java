package dev.fanout.cli;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.ExpressionScanner;
import dev.fanout.gateway.policy.NamedValues;
import dev.fanout.policies.eval.ContextReader;
import dev.fanout.policies.eval.Evaluation;
import dev.fanout.policies.eval.VectorFileResult;
import dev.fanout.policies.eval.VectorReport;
import dev.fanout.policies.eval.VectorRunner;
import dev.fanout.policies.liquid.LiquidTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout eval}: what is this expression? */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    header = "Evaluates a policy expression, or runs files of golden rows.",
    description = {
      "",
      "Prints the type and the value of '@(…)' or '@{…}' on a context that a JSON document describes"
          + " (docs/eval.md). Exit code 2: it does not compile; 10: it throws, or a golden row came"
          + " out otherwise.",
      "",
    })
public final class EvalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private NamedValueOption namedValues = new NamedValueOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPRESSION",
      description = "The expression, in quotes of the shell; - reads it from standard input.")
  private @Nullable String expression;

  @Option(names = "--file", paramLabel = "FILE", description = "A file with the expression.")
  private @Nullable Path file;

  @Option(
      names = "--context",
      paramLabel = "FILE",
      description = "The context document (default: a GET without headers).")
  private @Nullable Path context;

  @Option(names = "--json", description = "One JSON object instead of lines.")
  private boolean json;

  @Option(
      names = "--vectors",
      paramLabel = "PATH",
      description = "Run the golden rows of a file, or of each .json file in a folder.")
  private List<Path> vectors = new ArrayList<>();

  @Option(
      names = "--contexts",
      paramLabel = "DIR",
      description = "Where the contexts of golden rows are: NAME.json.")
  private @Nullable Path contexts;

  @Option(
      names = "--id",
      paramLabel = "TEXT",
      description = "Only golden rows with this text in their id; unsupported ones in full.")
  private @Nullable String id;

  EvalCommand() {}

  @Override
  public Integer call() throws IOException {
    if (vectors.isEmpty()) {
      return evaluate();
    }
    if (expression != null || file != null || context != null || json) {
      throw wrong("--vectors goes with --contexts and --id only");
    }
    return runVectors();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int evaluate() throws IOException {
    if ((expression == null) == (file == null)) {
      throw wrong("name an expression, or a file with --file");
    }
    if (contexts != null || id != null) {
      throw wrong("--contexts and --id go with --vectors");
    }
    SourceText source = source();
    String stripped = source.text().strip();
    if (!ExpressionScanner.startsExpression(stripped, 0)) {
      throw wrong("an expression starts with '@(' or '@{'");
    }
    int start = source.text().indexOf(stripped);
    NamedValues named =
        new NamedValues(namedValues.values(), Set.copyOf(namedValues.values().values()));
    Evaluation evaluation =
        Evaluation.of(
                source.span(start, start + stripped.length()),
                named.substituteKnown(stripped),
                context == null ? ContextReader.empty() : ContextReader.read(read(context)))
            .hiding(named::hide);
    if (!evaluation.issues().isEmpty()) {
      throw new IssueException(evaluation.issues());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? evaluation.json() : evaluation.lines());
    out.flush();
    return evaluation.hasThrown() ? ExitCode.DIFFERENT : ExitCode.OK;
  }

  private SourceText source() throws IOException {
    if (file != null) {
      return read(file);
    }
    if ("-".equals(expression)) {
      InputStream in = System.in;
      return SourceText.of("stdin", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return SourceText.of("expression", String.valueOf(expression));
  }

  private static SourceText read(Path path) throws IOException {
    String name = path.toString().replace('\\', '/');
    try {
      return SourceText.of(name, Files.readString(path));
    } catch (CharacterCodingException e) {
      throw new IssueException(
          List.of(Issue.error("EVAL_NOT_UTF8", "'" + name + "' is not UTF-8")));
    }
  }

  private int runVectors() throws IOException {
    VectorRunner runner = new VectorRunner(this::fixture, Optional.of(LiquidTemplate::renderOver));
    List<VectorFileResult> results = new ArrayList<>();
    for (Path path : vectorFiles()) {
      results.add(runner.run(read(path), row -> id == null || row.id().contains(id)));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(VectorReport.render(results, id != null));
    out.flush();
    return results.stream().allMatch(VectorFileResult::allPassed)
        ? ExitCode.OK
        : ExitCode.DIFFERENT;
  }

  private SourceText fixture(String name) {
    if (contexts == null) {
      throw wrong("these rows have contexts: name their folder with --contexts");
    }
    try {
      return read(contexts.resolve(name + ".json"));
    } catch (IOException e) {
      throw wrong("the context '" + name + "': " + Failures.describe(e));
    }
  }

  private List<Path> vectorFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : vectors) {
      if (!Files.exists(path)) {
        throw wrong("'" + path + "' does not exist");
      }
      if (Files.isDirectory(path)) {
        try (Stream<Path> children = Files.list(path)) {
          children
              .filter(child -> child.toString().endsWith(".json"))
              .filter(Files::isRegularFile)
              .sorted()
              .forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    if (files.isEmpty()) {
      throw wrong("there is no .json file in " + vectors);
    }
    return files;
  }
}
