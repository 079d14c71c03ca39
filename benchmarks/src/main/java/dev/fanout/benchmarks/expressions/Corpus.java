package dev.fanout.benchmarks.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.CompiledExpression;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.policies.context.ApimContext;
import dev.fanout.policies.eval.ContextReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The expressions of public policies that C# accepts, and contexts to run them on.
 *
 * @param texts expressions, each once
 * @param contexts documents of {@code fanout eval}
 */
record Corpus(List<String> texts, List<String> contexts) {
  Corpus {
    texts = List.copyOf(texts);
    contexts = List.copyOf(contexts);
    if (texts.isEmpty() || contexts.isEmpty()) {
      throw new IllegalArgumentException("a corpus has expressions and contexts");
    }
  }

  /** {@code folder} has {@code corpus-compile.json} and a folder {@code contexts}. */
  static Corpus read(Path folder) {
    try (Stream<Path> files = Files.list(folder.resolve("contexts"))) {
      List<String> texts = new ArrayList<>();
      for (JsonNode row :
          new ObjectMapper().readTree(text(folder.resolve("corpus-compile.json")))) {
        if (row.get("compiles").asBoolean()) {
          texts.add(row.get("expression").asText());
        }
      }
      List<Path> contexts = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
      return new Corpus(texts, contexts.stream().map(Corpus::text).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs every expression on every context, and on one more, a number of times. Each time with new
   * contexts, since bodies are read only once.
   *
   * @return something of the results, so that nothing is left out
   */
  int run(ExpressionCompiler compiler, String another, int times) {
    List<CompiledExpression> compiled =
        texts.stream().flatMap(text -> compile(compiler, text).stream()).toList();
    List<String> documents = new ArrayList<>(contexts);
    documents.add(another);
    int sum = 0;
    for (int time = 0; time < times; time++) {
      for (String document : documents) {
        ApimContext context = ContextReader.read(SourceText.of("context", document));
        for (CompiledExpression expression : compiled) {
          sum += hash(expression, context);
        }
      }
    }
    return sum;
  }

  private static int hash(CompiledExpression expression, ApimContext context) {
    try {
      return Objects.hashCode(expression.evaluate(context));
    } catch (ExpressionFailure e) {
      return 1;
    }
  }

  private static Optional<CompiledExpression> compile(ExpressionCompiler compiler, String text) {
    return compiler.compile(SourceText.of("e", text).span(), ExpressionTarget.STRING).expression();
  }
}
