package dev.fanout.expressions;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.expressions.binding.Binder;
import dev.fanout.expressions.binding.BoundBody;
import dev.fanout.expressions.binding.ResultForm;
import dev.fanout.expressions.codegen.ClassGenerator;
import dev.fanout.expressions.codegen.PlainCode;
import dev.fanout.expressions.runtime.CompiledCode;
import dev.fanout.expressions.syntax.Lexer;
import dev.fanout.expressions.syntax.Parser;
import dev.fanout.expressions.syntax.Problem;
import dev.fanout.expressions.syntax.Token;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/**
 * From C# to JVM code. Equal texts with equal targets are compiled once and share their code.
 * Thread-safe; two threads compile two texts at the same time.
 */
public final class ExpressionCompiler {
  private final HostTypes host;
  private final ExpressionLimits limits;
  private final Map<Key, Result> compiled = new ConcurrentHashMap<>();

  private record Key(String text, ExpressionTarget target) {}

  private record Result(@Nullable CompiledExpression expression, List<Problem> problems) {}

  /** Evaluations may use what {@link ExpressionLimits#DEFAULT} says. */
  public ExpressionCompiler(HostTypes host) {
    this(host, ExpressionLimits.DEFAULT);
  }

  /** {@code limits} are those of every evaluation of what is compiled here. */
  public ExpressionCompiler(HostTypes host, ExpressionLimits limits) {
    this.host = Objects.requireNonNull(host, "host");
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /** {@code span} covers the whole expression, {@code @(} or {@code @{} and closing included. */
  public Compilation compile(SourceSpan span, ExpressionTarget target) {
    return compile(span, span.text(), target);
  }

  /**
   * Compiles a text that differs from what stands in the document: named values put in, entities
   * decoded. Issues point to the same place as far as the texts agree, else to what differs.
   */
  public Compilation compile(SourceSpan span, String text, ExpressionTarget target) {
    Result result =
        compiled.computeIfAbsent(new Key(text, target), key -> compile(key.text(), key.target()));
    return new Compilation(
        Optional.ofNullable(result.expression()), issues(span, text, result.problems()));
  }

  /** The mistakes of a text; makes no code of it, and keeps nothing. */
  public List<Issue> check(SourceSpan span, ExpressionTarget target) {
    String text = span.text();
    List<Problem> problems = new ArrayList<>();
    try {
      bind(text, target, problems);
    } catch (StackOverflowError e) {
      problems.clear();
      problems.add(tooDeep(text));
    }
    problems.sort(Comparator.comparingInt(Problem::start));
    return issues(span, text, problems);
  }

  private static List<Issue> issues(SourceSpan span, String text, List<Problem> problems) {
    List<Issue> issues = new ArrayList<>();
    Positions positions = new Positions(span, text);
    Redaction redaction = new Redaction(span.text(), text);
    for (Problem problem : problems) {
      issues.add(
          new Issue(
              problem.code(),
              Severity.ERROR,
              Optional.of(positions.span(problem.start(), problem.end())),
              redaction.of(problem.message()),
              Optional.ofNullable(problem.hint()).map(redaction::of)));
    }
    return issues;
  }

  /** How many distinct texts have been compiled, well or not. */
  public int compiledCount() {
    return compiled.size();
  }

  private Result compile(String text, ExpressionTarget target) {
    List<Problem> problems = new ArrayList<>();
    try {
      BoundBody body = bind(text, target, problems);
      problems.sort(Comparator.comparingInt(Problem::start));
      return body == null
          ? new Result(null, List.copyOf(problems))
          : new Result(
              new Compiled(define(body), text, bodies(body), limits, isPlain(body)), List.of());
    } catch (StackOverflowError e) {
      return new Result(null, List.of(tooDeep(text)));
    } catch (MethodTooLargeException | ClassTooLargeException e) {
      return failed("EXPRESSION_TOO_LARGE", text, "the expression is too large for one JVM method");
    }
  }

  private boolean isPlain(BoundBody body) {
    return limits.steps() >= PlainCode.MOST_STEPS && PlainCode.is(body.statement());
  }

  private static Problem tooDeep(String text) {
    return Problem.of("EXPRESSION_TOO_DEEP", 0, text.length(), "the expression nests too deeply");
  }

  private static Result failed(String code, String text, String message) {
    return new Result(null, List.of(Problem.of(code, 0, text.length(), message)));
  }

  /** Null if there are problems. */
  private @Nullable BoundBody bind(String text, ExpressionTarget target, List<Problem> problems) {
    if (ExpressionScanner.endOf(text, 0) != text.length()) {
      problems.add(
          Problem.of(
              "EXPRESSION_UNTERMINATED",
              0,
              text.length(),
              "an expression begins with '@(' or '@{', ends with its closing bracket, and has at"
                  + " most "
                  + ExpressionScanner.LONGEST_EXPRESSION
                  + " characters"));
    }
    boolean block = text.startsWith("@{");
    int limit = Math.max(Math.min(2, text.length()), text.length() - 1);
    if (!problems.isEmpty() || limit < 2) {
      return null;
    }
    List<Token> tokens = Lexer.tokens(text, 2, limit, problems);
    Parser parser = new Parser(tokens, problems);
    Binder binder = new Binder(host.table(), host.contextType(), problems);
    ResultForm form = ResultForm.valueOf(target.name());
    BoundBody body;
    if (block) {
      var syntax = parser.wholeBlock();
      if (!problems.isEmpty()) {
        return null;
      }
      body = binder.bindBlock(syntax, form);
    } else {
      var syntax = parser.wholeExpression();
      if (!problems.isEmpty()) {
        return null;
      }
      body = binder.bindExpression(syntax, form);
    }
    return problems.isEmpty() ? body : null;
  }

  private CompiledCode define(BoundBody body) {
    MethodHandles.Lookup lookup = host.lookup();
    byte[] bytes =
        ClassGenerator.generate(
            body,
            lookup.lookupClass().getPackageName().replace('.', '/'),
            host.contextType().form());
    try {
      MethodHandles.Lookup defined = lookup.defineHiddenClass(bytes, true);
      return (CompiledCode)
          defined
              .findConstructor(defined.lookupClass(), MethodType.methodType(void.class))
              .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("generated code does not link", e);
    }
  }

  private Set<MessageBody> bodies(BoundBody body) {
    Set<MessageBody> bodies = EnumSet.noneOf(MessageBody.class);
    host.bodies()
        .forEach(
            (which, ways) -> {
              if (ways.stream().anyMatch(body.touched()::containsAll)) {
                bodies.add(which);
              }
            });
    return Set.copyOf(bodies);
  }
}
