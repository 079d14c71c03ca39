package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.BoundStatement;
import dev.fanout.expressions.binding.ConversionKind;
import dev.fanout.expressions.binding.JvmTests;
import dev.fanout.expressions.binding.Member;
import dev.fanout.expressions.binding.Types;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds expressions that end soon by themselves: one value without loops, lambdas and functions, of
 * the host's getters, lookups in the host's dictionaries, comparisons, casts and a few texts put
 * together. Nobody needs to count their steps.
 */
public final class PlainCode {
  /** What all copies of such an expression take at most. */
  public static final int MOST_STEPS = 1 << 18;

  private static final int MOST_CONCATENATIONS = 2;
  private static final String STRINGS = Code.RUNTIME + "Strings";
  private static final String DICTIONARY = "Ldev/fanout/expressions/runtime/ReadOnlyDictionary;";

  /** Of {@code Strings}: they go over two texts once, and no more. */
  private static final Set<String> ONCE_OVER =
      Set.of("equal", "equals", "contains", "startsWith", "endsWith", "isNullOrEmpty", "length");

  private int concatenations;

  private PlainCode() {}

  public static boolean is(BoundStatement statement) {
    BoundStatement only = statement;
    while (only instanceof BoundStatement.Block block && block.statements().size() == 1) {
      only = block.statements().get(0);
    }
    return only instanceof BoundStatement.Return returned
        && new PlainCode().plain(returned.value());
  }

  private boolean plain(@Nullable BoundExpression expression) {
    if (expression == null
        || expression instanceof BoundExpression.Constant
        || expression instanceof BoundExpression.Context) {
      return expression != null;
    }
    if (expression instanceof BoundExpression.Call call) {
      return call(call);
    }
    if (expression instanceof BoundExpression.Conversion conversion) {
      return conversion(conversion);
    }
    if (expression instanceof BoundExpression.Concatenation concatenation) {
      concatenations++;
      return concatenations <= MOST_CONCATENATIONS
          && concatenation.parts().stream().allMatch(this::plain);
    }
    if (expression instanceof BoundExpression.Text text) {
      boolean isSimple =
          text.operand().type().form().isPrimitive() || text.operand().type().equals(Types.STRING);
      return isSimple && plain(text.operand());
    }
    if (expression instanceof BoundExpression.Unary unary) {
      return unary.operand().type().form().isPrimitive() && plain(unary.operand());
    }
    if (expression instanceof BoundExpression.Binary binary) {
      return binary.left().type().form().isPrimitive()
          && plain(binary.left())
          && plain(binary.right());
    }
    if (expression instanceof BoundExpression.Logical logical) {
      return plain(logical.left()) && plain(logical.right());
    }
    if (expression instanceof BoundExpression.SameReference same) {
      return plain(same.left()) && plain(same.right());
    }
    return expression instanceof BoundExpression.Conditional conditional
        && plain(conditional.condition())
        && plain(conditional.whenTrue())
        && plain(conditional.whenFalse());
  }

  private boolean conversion(BoundExpression.Conversion conversion) {
    ConversionKind kind = conversion.kind();
    boolean isSimple =
        kind == ConversionKind.NONE
            || kind == ConversionKind.NUMERIC
            || kind == ConversionKind.NUMERIC_CHECKED
            || kind == ConversionKind.BOX;
    return (isSimple || JvmTests.isExact(conversion.type())) && plain(conversion.operand());
  }

  private boolean call(BoundExpression.Call call) {
    Member.Target target = call.target();
    boolean isKnown =
        isOfHost(call)
            || (target.owner().equals(STRINGS) && ONCE_OVER.contains(target.name()))
            || (DictionaryCode.isDirect(call) && isOfHost(call.arguments().get(0)));
    return isKnown && call.arguments().stream().allMatch(this::plain);
  }

  /** A getter of a host's object, or one of its dictionaries. */
  private static boolean isOfHost(BoundExpression expression) {
    return expression instanceof BoundExpression.Call call
        && call.arguments().size() == 1
        && !call.target().owner().startsWith(Code.RUNTIME)
        && !call.target().owner().startsWith("java/")
        && (call.target().invocation() == Member.Invocation.INTERFACE
            || (call.target().invocation() == Member.Invocation.STATIC
                && call.target().descriptor().endsWith(")" + DICTIONARY)));
  }
}
