package dev.fanout.expressions.binding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What local functions assign and need, found out when they are first met (ECMA-334 9.4.4). */
final class FunctionFlow {
  /** A function that calls itself needs what it needs: twice is enough to see that. */
  private static final int PASSES = 2;

  private final Map<FunctionSymbol, Set<LocalSymbol>> assigned = new HashMap<>();
  private final Set<FunctionSymbol> first = new HashSet<>();

  /** Is its body looked at for the first time? */
  boolean isFirst(FunctionSymbol function) {
    return first.contains(function);
  }

  /** The captured variables that have a value whenever it returns. */
  Set<LocalSymbol> assignedBy(
      FunctionSymbol function, Function<FunctionSymbol, Set<LocalSymbol>> body) {
    Set<LocalSymbol> known = assigned.get(function);
    if (known != null) {
      return known;
    }
    assigned.put(function, Set.of());
    first.add(function);
    for (int pass = 0; pass < PASSES; pass++) {
      Set<LocalSymbol> found = body.apply(function);
      first.remove(function);
      if (pass == PASSES - 1) {
        assigned.put(function, found);
      }
    }
    return assigned.getOrDefault(function, Set.of());
  }
}
