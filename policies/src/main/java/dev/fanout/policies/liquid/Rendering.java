package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.Fence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rendering: the text so far, the variables, what tags remember. */
final class Rendering {
  /** How a loop is left early. */
  enum Interrupt {
    NONE,
    BREAK,
    CONTINUE
  }

  private final Map<String, ? extends @Nullable Object> globals;
  private final Map<String, @Nullable Object> assigned = new HashMap<>();
  private final Deque<Map<String, @Nullable Object>> scopes = new ArrayDeque<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final Map<Object, Object> memory = new HashMap<>();
  private StringBuilder out = new StringBuilder();
  private Interrupt interrupt = Interrupt.NONE;

  Rendering(Map<String, ? extends @Nullable Object> globals) {
    this.globals = globals;
  }

  String text() {
    return out.toString();
  }

  void write(String text) {
    Fence.steps(1 + (text.length() >> 6));
    Fence.characters((long) out.length() + text.length());
    out.append(text);
  }

  /** What a part writes, apart from the text. */
  String captured(Part part) {
    StringBuilder outer = out;
    out = new StringBuilder();
    part.render(this);
    String text = out.toString();
    out = outer;
    return text;
  }

  boolean isInterrupted() {
    return interrupt != Interrupt.NONE;
  }

  void interrupt(Interrupt how) {
    interrupt = how;
  }

  /** Ends an interrupt at its loop; true if the loop ends with it. */
  boolean breaksLoop() {
    boolean breaks = interrupt == Interrupt.BREAK;
    interrupt = Interrupt.NONE;
    return breaks;
  }

  void enter(Map<String, @Nullable Object> scope) {
    scopes.push(scope);
  }

  void leave() {
    scopes.pop();
  }

  void assign(String name, @Nullable Object value) {
    assigned.put(name, value);
  }

  @Nullable Object variable(String name) {
    for (Map<String, @Nullable Object> scope : scopes) {
      if (scope.containsKey(name)) {
        return scope.get(name);
      }
    }
    if (assigned.containsKey(name)) {
      return assigned.get(name);
    }
    Integer counter = counters.get(name);
    return counter != null ? (Object) (long) counter : globals.get(name);
  }

  /** Adds to the counter of {@code increment} and {@code decrement}; gives the new value. */
  int count(String name, int by) {
    return counters.merge(name, by, Integer::sum);
  }

  /** What a tag remembered under a key; null before. */
  @Nullable Object recall(Object key) {
    return memory.get(key);
  }

  void remember(Object key, Object value) {
    memory.put(key, value);
  }
}
