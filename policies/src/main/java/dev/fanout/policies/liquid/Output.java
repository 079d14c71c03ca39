package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.Fence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value and the filters that it goes through. */
record Output(Operand operand, List<Call> calls) implements Part {
  /** A filter with its arguments; null if there is none of that name, which changes nothing. */
  record Call(@Nullable Filter filter, List<Operand> arguments) {}

  Output {
    calls = List.copyOf(calls);
  }

  static Output parse(String markup) {
    Fragments fragments = new Fragments(markup);
    fragments.skipBlanks();
    String name = fragments.fragment("");
    List<Call> calls = new ArrayList<>();
    if (fragments.skipBehind('|')) {
      for (String call : fragments.split('|')) {
        Fragments parts = new Fragments(call);
        parts.skipBlanks();
        String filter = parts.word(false);
        if (!filter.isEmpty()) {
          calls.add(new Call(Filters.named(filter), arguments(parts)));
        }
      }
    }
    return new Output(Operand.of(name), calls);
  }

  /** What follows colons and commas. */
  private static List<Operand> arguments(Fragments parts) {
    List<Operand> arguments = new ArrayList<>();
    while (!parts.atEnd()) {
      parts.skipBlanks();
      if (parts.take(":") || parts.take(",")) {
        parts.skipBlanks();
        String argument = parts.fragment();
        if (argument != null) {
          arguments.add(Operand.of(argument));
        }
      } else if (parts.fragment() == null) {
        parts.skipOne();
      }
    }
    return List.copyOf(arguments);
  }

  @Nullable Object value(Rendering rendering) {
    Object value = operand.value(rendering);
    for (Call call : calls) {
      Fence.steps(1);
      List<@Nullable Object> arguments = new ArrayList<>();
      for (Operand argument : call.arguments()) {
        arguments.add(argument.value(rendering));
      }
      if (call.filter() != null) {
        value = call.filter().apply(value, new Arguments(arguments));
      }
    }
    return value;
  }

  @Override
  public void render(Rendering rendering) {
    rendering.write(Values.shown(value(rendering)));
  }
}
