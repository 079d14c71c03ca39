package dev.fanout.policies.eval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.expressions.Compilation;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.policies.context.ApimContext;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one expression gave, for people and for scripts.
 *
 * @param issues why it did not compile; all else is empty then
 * @param shown its value; empty when it threw
 * @param traces what it gave to {@code context.Trace(…)}
 */
public record Evaluation(
    List<Issue> issues,
    Optional<ShownValue> shown,
    Optional<Outcome.Thrown> thrown,
    List<String> traces) {
  private static final String SCHEMA = "fanout-eval/1";

  public Evaluation {
    issues = List.copyOf(issues);
    traces = List.copyOf(traces);
  }

  /** Of {@code text}, which named values made of what stands at {@code span}. */
  public static Evaluation of(SourceSpan span, String text, ApimContext context) {
    Compilation compilation = new Evaluator().compile(span, text);
    if (compilation.expression().isEmpty()) {
      return new Evaluation(compilation.issues(), Optional.empty(), Optional.empty(), List.of());
    }
    Outcome outcome = Evaluator.run(compilation.expression().get(), context);
    Optional<ShownValue> shown = Optional.empty();
    Optional<Outcome.Thrown> thrown = Optional.empty();
    if (outcome instanceof Outcome.Value value) {
      try {
        shown = Optional.of(ShownValue.of(value.value()));
      } catch (ExpressionFailure failure) {
        // A lazy sequence fails when it is read.
        thrown = Optional.of(new Outcome.Thrown(failure.typeName(), failure.getMessage()));
      }
    } else {
      thrown = Optional.of((Outcome.Thrown) outcome);
    }
    List<String> traces = context instanceof EvalContext eval ? eval.traces() : List.of();
    return new Evaluation(List.of(), shown, thrown, traces);
  }

  /** With another message of what it threw. */
  public Evaluation hiding(UnaryOperator<String> hide) {
    return new Evaluation(
        issues,
        shown,
        thrown.map(known -> new Outcome.Thrown(known.typeName(), hide.apply(known.message()))),
        traces);
  }

  public boolean hasThrown() {
    return thrown.isPresent();
  }

  /** One line for each thing there is to say. */
  public String lines() {
    StringBuilder out = new StringBuilder();
    thrown.ifPresent(
        failure ->
            out.append("throws  ")
                .append(failure.typeName())
                .append("\nmessage ")
                .append(Quoted.of(failure.message()))
                .append('\n'));
    shown.ifPresent(
        value -> {
          out.append("type    ").append(value.type().orElse("null")).append('\n');
          value
              .value()
              .ifPresent(
                  line ->
                      out.append("value   ")
                          .append(value.isText() ? Quoted.of(line) : line)
                          .append('\n'));
          value.json().ifPresent(json -> out.append("json    ").append(json).append('\n'));
          value
              .text()
              .filter(text -> !value.value().equals(Optional.of(text)))
              .ifPresent(text -> out.append("text    ").append(Quoted.of(text)).append('\n'));
        });
    traces.forEach(message -> out.append("trace   ").append(Quoted.of(message)).append('\n'));
    return out.toString();
  }

  /** One object; a member that does not apply is absent, {@code type} is null for null. */
  public String json() {
    StringWriter out = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      if (shown.isPresent()) {
        write(json, shown.get());
      }
      if (thrown.isPresent()) {
        json.writeStringField("throws", thrown.get().typeName());
        json.writeStringField("message", thrown.get().message());
      }
      if (!traces.isEmpty()) {
        json.writeArrayFieldStart("traces");
        for (String message : traces) {
          json.writeString(message);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out + "\n";
  }

  private static void write(JsonGenerator json, ShownValue shown) throws IOException {
    if (shown.type().isEmpty()) {
      json.writeNullField("type");
      json.writeNullField("value");
      return;
    }
    json.writeStringField("type", shown.type().get());
    if (shown.value().isPresent()) {
      json.writeStringField("value", shown.value().get());
    }
    if (shown.json().isPresent()) {
      json.writeStringField("json", shown.json().get());
    }
    if (shown.text().isPresent()) {
      json.writeStringField("text", shown.text().get());
    }
  }
}
