package dev.fanout.policies.lint;

import dev.fanout.policies.model.AttributeDefinition;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.PolicyExpression;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression and where it stands. */
public final class PlacedExpression {
  private final PolicyExpression expression;
  private final PlacedElement owner;
  private final Optional<AttributeNode> attribute;
  private final Optional<AttributeDefinition> definition;
  private @Nullable Optional<ExpressionTree> tree;

  PlacedExpression(
      PolicyExpression expression,
      PlacedElement owner,
      Optional<AttributeNode> attribute,
      Optional<AttributeDefinition> definition) {
    this.expression = Objects.requireNonNull(expression, "expression");
    this.owner = Objects.requireNonNull(owner, "owner");
    this.attribute = attribute;
    this.definition = definition;
  }

  public PolicyExpression expression() {
    return expression;
  }

  /** The element whose attribute or text it is. */
  public PlacedElement owner() {
    return owner;
  }

  /** Empty if it is the text of the element. */
  public Optional<AttributeNode> attribute() {
    return attribute;
  }

  /** What may stand there; empty if that is unknown. */
  public Optional<AttributeDefinition> definition() {
    return definition;
  }

  /** Empty if it is no C# that we can read. Made once, when it is asked for. */
  public Optional<ExpressionTree> tree() {
    Optional<ExpressionTree> known = tree;
    if (known == null) {
      known = ExpressionTree.parse(expression);
      tree = known;
    }
    return known;
  }
}
