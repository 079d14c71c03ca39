package dev.fanout.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mutated expressions never make the compiler throw, and code that it accepts links and runs. */
class MutationTest {
  private static final long SEED = 7_311_996L;
  private static final int ROUNDS = 4_000;

  private static final List<String> EXPRESSIONS =
      List.of(
          "@(\"/api/echo\" + context.Name + context.Count)",
          "@((string)context.Values[\"a\"] ?? context.Values.Get<string>(\"b\", \"c\"))",
          "@{ int n = 0; foreach (var p in context.Values) { if (p.Key == \"x\") continue; n += p.Key.Length; } return n; }",
          "@(context.Name?.Split(',')[0].Trim().Length >= 2 ? $\"{context.Count,4:D2}!\" : 'x' + \"y\")",
          "@{ switch (context.Name) { case \"a\": return 1; case null: return 2L; default: break; } for (var i = 0; i < 3; ++i) { } return context.Values[\"k\"] is int k && k > 1; }",
          "@{ uint u = 3; long l = u << 2; double d = l / 3; d *= 1.5; return (byte)(int)d + 1.5m; }",
          "@(string.Join(\"-\", new[] { \"a\", context.Name }) == @\"v\"\"\" || !int.TryParse(\"1\", out int z) && z < 5)");

  private static final String ALPHABET = "@(){}[]\"'$+-*/%<>=!&|?:;,. \n\\azN0159_xu";

  @Test
  void nothing_but_issues_and_failures_comes_out() {
    Random random = new Random(SEED);
    TinyHost context = TinyHost.of("a,b", Map.of("a", "1", "k", 2));
    int compiled = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = mutated(random);
      try {
        Compilation compilation = TinyHost.compile(text, ExpressionTarget.OBJECT);
        if (compilation.expression().isPresent()) {
          compiled++;
          compilation.expression().get().evaluate(context);
        }
      } catch (ExpressionFailure failure) {
        assertThat(failure.typeName()).startsWith("System.");
      } catch (Throwable e) {
        throw new AssertionError("seed " + SEED + ", round " + round + ": " + text, e);
      }
    }
    assertThat(compiled).isGreaterThan(ROUNDS / 100);
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size())));
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      int at = 2 + random.nextInt(text.length() - 2);
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        case 2 -> {
          String other = EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size()));
          int from = random.nextInt(other.length());
          int to = Math.min(other.length(), from + 1 + random.nextInt(12));
          text.insert(at, other, from, to);
        }
        default -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
    }
    return text.toString();
  }
}
