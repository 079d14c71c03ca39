package dev.fanout.expressions.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Named arguments are evaluated as they are written, whatever the order of the parameters. */
final class WrittenOrder {
  private WrittenOrder() {}

  /**
   * Calls with the receiver, if there is one, and the arguments; they are kept in variables first
   * where they would be evaluated in another order.
   *
   * @param arguments in the order of the parameters
   */
  static BoundExpression keep(
      Overloads.Applicable chosen,
      @Nullable BoundExpression self,
      List<BoundExpression> arguments,
      Function<List<BoundExpression>, BoundExpression> call) {
    List<BoundExpression> values = new ArrayList<>();
    if (self != null) {
      values.add(self);
    }
    List<Integer> written = chosen.parameterOf();
    if (isAscending(written)) {
      values.addAll(arguments);
      return call.apply(values);
    }
    List<BoundExpression> evaluated = new ArrayList<>();
    List<LocalSymbol> kept = new ArrayList<>();
    if (self != null) {
      keep(values, 0, evaluated, kept);
    }
    int first = values.size();
    values.addAll(arguments);
    for (int parameter : written) {
      if (!(arguments.get(parameter) instanceof BoundExpression.OutArgument)) {
        keep(values, first + parameter, evaluated, kept);
      }
    }
    BoundExpression result = call.apply(values);
    for (int i = kept.size() - 1; i >= 0; i--) {
      result = new BoundExpression.Let(kept.get(i), evaluated.get(i), result);
    }
    return result;
  }

  private static boolean isAscending(List<Integer> written) {
    for (int i = 1; i < written.size(); i++) {
      if (written.get(i) < written.get(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private static void keep(
      List<BoundExpression> values,
      int index,
      List<BoundExpression> evaluated,
      List<LocalSymbol> kept) {
    BoundExpression value = values.get(index);
    LocalSymbol symbol = LocalSymbol.temporary(value.type());
    evaluated.add(value);
    kept.add(symbol);
    values.set(index, new BoundExpression.Local(symbol));
  }
}
