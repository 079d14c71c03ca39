package dev.fanout.policies.liquid;

import java.util.List;

/** The tags that are no loops. */
final class Tags {
  private Tags() {}

  /**
   * A part of {@code if} or {@code unless}.
   *
   * @param wanted what its condition must be
   */
  record Branch(Condition condition, boolean wanted, Block block) {}

  record Choice(List<Branch> branches) implements Part {
    @Override
    public void render(Rendering rendering) {
      for (Branch branch : branches) {
        if (branch.condition().holds(rendering) == branch.wanted()) {
          branch.block().render(rendering);
          return;
        }
      }
    }
  }

  /** {@code values} is empty for {@code else}. */
  record When(List<Operand> values, Block block) {}

  record Case(Operand subject, List<When> whens) implements Part {
    @Override
    public void render(Rendering rendering) {
      boolean matched = false;
      Object value = subject.value(rendering);
      for (When when : whens) {
        if (when.values().isEmpty()) {
          if (!matched) {
            when.block().render(rendering);
            return;
          }
        } else {
          for (Operand alternative : when.values()) {
            if (Comparison.equal(value, alternative.value(rendering))) {
              matched = true;
              when.block().render(rendering);
            }
          }
        }
      }
    }
  }

  record Assign(String name, Output source) implements Part {
    @Override
    public void render(Rendering rendering) {
      rendering.assign(name, source.value(rendering));
    }
  }

  record Capture(String name, Block block) implements Part {
    @Override
    public void render(Rendering rendering) {
      rendering.assign(name, rendering.captured(block));
    }
  }

  record Cycle(Operand group, List<Operand> values) implements Part {
    private record Key(String name) {}

    @Override
    public void render(Rendering rendering) {
      if (values.isEmpty()) {
        return;
      }
      Key key = new Key(Values.text(group.value(rendering)));
      int turn = rendering.recall(key) instanceof Integer known ? known : 0;
      rendering.write(Values.text(values.get(turn % values.size()).value(rendering)));
      rendering.remember(key, (turn + 1) % values.size());
    }
  }

  /** {@code increment} shows the number before, {@code decrement} the one after. */
  record Count(String name, int by) implements Part {
    @Override
    public void render(Rendering rendering) {
      int after = rendering.count(name, by);
      rendering.write(Integer.toString(by > 0 ? after - by : after));
    }
  }

  record IfChanged(Block block) implements Part {
    private static final Object KEY = "ifchanged";

    @Override
    public void render(Rendering rendering) {
      String text = rendering.captured(block);
      if (!text.equals(rendering.recall(KEY))) {
        rendering.remember(KEY, text);
        rendering.write(text);
      }
    }
  }

  record Leave(Rendering.Interrupt how) implements Part {
    @Override
    public void render(Rendering rendering) {
      rendering.interrupt(how);
    }
  }
}
