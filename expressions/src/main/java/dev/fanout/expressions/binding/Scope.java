package dev.fanout.expressions.binding;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The local variables in sight, innermost block first. */
final class Scope {
  private final Deque<Map<String, Object>> blocks = new ArrayDeque<>();

  /** Names that were declared in blocks within each block, and may not come back in it. */
  private final Deque<Set<String>> within = new ArrayDeque<>();

  Scope() {
    enter();
  }

  private Scope(Scope other) {
    blocks.addAll(other.blocks);
    within.addAll(other.within);
  }

  /** The blocks that are open now, to be entered again when they are left. */
  Scope here() {
    return new Scope(this);
  }

  void enter() {
    blocks.push(new HashMap<>());
    within.push(new HashSet<>());
  }

  void leave() {
    Set<String> names = within.pop();
    names.addAll(blocks.pop().keySet());
    within.element().addAll(names);
  }

  /** Has a block within the innermost one declared the name (CS0136)? */
  boolean isTakenWithin(String name) {
    return within.element().contains(name);
  }

  /**
   * A {@link LocalSymbol}, a {@link FunctionSymbol}, a {@link GenericFunction}, a {@link
   * RangeVariable}, a constant's {@link BoundExpression.Constant}, or null.
   */
  @Nullable Object find(String name) {
    for (Map<String, Object> block : blocks) {
      Object found = block.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  void add(String name, Object symbol) {
    blocks.element().put(name, symbol);
  }

  /** In the innermost block the name stands for the type. */
  void addType(String name, ClrType type) {
    blocks.element().put(typeKey(name), type);
  }

  /** The type that a type parameter stands for; null for other names. */
  @Nullable ClrType type(String name) {
    return find(typeKey(name)) instanceof ClrType type ? type : null;
  }

  /** No name of a variable. */
  private static String typeKey(String name) {
    return "<" + name + ">";
  }

  void remove(String name) {
    blocks.element().remove(name);
  }

  /** What the innermost block declares. */
  Map<String, Object> declared() {
    return new HashMap<>(blocks.element());
  }

  Collection<String> names() {
    Set<String> names = new HashSet<>();
    blocks.forEach(
        block -> block.keySet().stream().filter(name -> !name.startsWith("<")).forEach(names::add));
    return names;
  }
}
