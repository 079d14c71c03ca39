package dev.fanout.policies.liquid;

import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed template. Immutable. */
public final class LiquidTemplate {
  /** Of one rendering. */
  private static final ExpressionLimits LIMITS =
      new ExpressionLimits(10_000_000, Duration.ofSeconds(1));

  private final Block root;

  private LiquidTemplate(Block root) {
    this.root = root;
  }

  /**
   * Parses a template.
   *
   * @throws dev.fanout.expressions.ExpressionFailure with DotLiquid's SyntaxException for a
   *     template that is wrong
   */
  public static LiquidTemplate parse(String template) {
    return new LiquidTemplate(new TemplateParser(template).parse());
  }

  /**
   * The text of the template; at most ten million steps and a second are spent on it.
   *
   * @param variables what the template sees by name: null, strings, numbers, booleans, {@link
   *     java.util.Map}, {@link java.util.List}, C# values in their JVM forms, {@link Members}
   * @throws dev.fanout.expressions.ExpressionFailure where DotLiquid throws
   */
  public String render(Map<String, ? extends @Nullable Object> variables) {
    return Fence.within(
        LIMITS,
        () -> {
          Rendering rendering = new Rendering(variables);
          root.render(rendering);
          return rendering.text();
        });
  }

  /** The text of a template that sees a JSON document as {@code body} and nothing else. */
  public static String renderOver(String template, String json) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("body", LiquidBody.ofJson(json, true));
    return parse(template).render(variables);
  }
}
