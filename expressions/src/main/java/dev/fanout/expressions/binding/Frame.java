package dev.fanout.expressions.binding;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose variables they are: one for the expression itself, for each lambda and each local function.
 * Knows which variables of the frames around it the code within it uses.
 */
public final class Frame {
  private final @Nullable Frame parent;
  private final Set<LocalSymbol> captured = new LinkedHashSet<>();
  private final Set<FunctionSymbol> called = new LinkedHashSet<>();
  private boolean hasLoops;

  Frame(@Nullable Frame parent) {
    this.parent = parent;
  }

  /** The variables of other frames that it needs, in the order of their first use. */
  public Set<LocalSymbol> captured() {
    return captured;
  }

  /** Does it need a step budget? */
  public boolean hasLoops() {
    return hasLoops;
  }

  void setHasLoops() {
    hasLoops = true;
  }

  Set<FunctionSymbol> called() {
    return called;
  }

  /** The variable is used here; true if a frame has it as captured that had not before. */
  boolean use(LocalSymbol symbol) {
    boolean added = false;
    Frame owner = symbol.owner();
    if (owner != null) {
      for (Frame frame = this; frame != null && frame != owner; frame = frame.parent) {
        added |= frame.captured.add(symbol);
        symbol.capture();
      }
    }
    return added;
  }

  /** The function is called or made a delegate here: what it captures is needed here too. */
  void use(FunctionSymbol function) {
    for (Frame frame = this; frame != null; frame = frame.parent) {
      frame.called.add(function);
    }
  }
}
