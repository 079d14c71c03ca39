package dev.fanout.expressions.runtime.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compiles a tree. What is known of the following characters turns loops that never give anything
 * back into possessive ones, and choices of which only one can succeed into plain tests; both leave
 * every match as it is.
 */
final class ProgramBuilder {
  private final List<CharSet> sets = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private int[] code = new int[32];
  private int size;
  private int registers;

  private ProgramBuilder(int slots) {
    this.registers = slots;
  }

  static Program build(Node root, int slots, boolean backward) {
    ProgramBuilder builder = new ProgramBuilder(slots);
    builder.emit(root, Ahead.SUCCESS);
    builder.add(Op.ACCEPT);
    builder.add(Op.FAIL);
    Ahead first = backward ? Ahead.UNKNOWN : Ahead.of(root, Ahead.UNKNOWN);
    Node leading = backward ? Node.EMPTY : leading(root);
    return new Program(
        Arrays.copyOf(builder.code, builder.size),
        builder.sets.toArray(new CharSet[0]),
        builder.texts.toArray(new String[0]),
        slots,
        builder.registers,
        Widths.least(root),
        backward,
        leading instanceof Node.Position position ? position.anchor() : null,
        leading instanceof Node.Text text && !text.backward() ? text.text() : "",
        first.isCharacter() ? first.set() : null);
  }

  /** What is matched first, whatever else is. */
  private static Node leading(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return leading(sequence.parts().get(0));
    }
    if (node instanceof Node.Capture capture) {
      return leading(capture.body());
    }
    if (node instanceof Node.Atomic atomic) {
      return leading(atomic.body());
    }
    return node;
  }

  private void emit(Node node, Ahead next) {
    if (node instanceof Node.Text text) {
      emit(text);
    } else if (node instanceof Node.One one) {
      add(one.backward() ? Op.SET_BACK : Op.SET, set(one.set()));
    } else if (node instanceof Node.Position position) {
      add(Op.POSITION, position.anchor().ordinal());
    } else if (node instanceof Node.Sequence sequence) {
      emit(sequence, next);
    } else if (node instanceof Node.Choice choice) {
      emit(choice, next);
    } else if (node instanceof Node.Loop loop) {
      emit(loop, next);
    } else if (node instanceof Node.Capture capture) {
      emit(capture, next);
    } else if (node instanceof Node.BackReference reference) {
      int flags = reference.ignoreCase() ? Op.IGNORE_CASE : 0;
      flags |= reference.ecma() ? Op.ECMA : 0;
      flags |= reference.backward() ? Op.BACKWARD : 0;
      add(Op.REFERENCE, reference.slot(), flags);
    } else if (node instanceof Node.Atomic atomic) {
      int register = take(2);
      add(Op.ENTER, register);
      emit(atomic.body(), Ahead.SUCCESS);
      add(Op.COMMIT, register);
    } else if (node instanceof Node.Look look) {
      emit(look);
    } else if (node instanceof Node.IfCaptured condition) {
      int otherwise = add(Op.IF_CAPTURED, condition.slot(), 0) + 2;
      emitBranches(condition.then(), condition.otherwise(), otherwise, next);
    } else if (node instanceof Node.IfLook condition) {
      int register = take(2);
      int otherwise = add(Op.ENTER_OR, register, 0) + 2;
      emit(condition.condition(), Ahead.SUCCESS);
      add(Op.COMMIT_AND_RETURN, register);
      emitBranches(condition.then(), condition.otherwise(), otherwise, next);
    }
  }

  private void emitBranches(Node then, Node otherwise, int elseOperand, Ahead next) {
    emit(then, next);
    int end = add(Op.JUMP, 0) + 1;
    code[elseOperand] = size;
    emit(otherwise, next);
    code[end] = size;
  }

  private void emit(Node.Text text) {
    String characters = text.text();
    if (characters.length() == 1) {
      add(text.backward() ? Op.CHAR_BACK : Op.CHAR, characters.charAt(0));
    } else {
      texts.add(characters);
      add(text.backward() ? Op.TEXT_BACK : Op.TEXT, texts.size() - 1);
    }
  }

  private void emit(Node.Sequence sequence, Ahead next) {
    List<Node> parts = sequence.parts();
    Ahead[] behind = new Ahead[parts.size()];
    Ahead ahead = next;
    for (int i = parts.size() - 1; i >= 0; i--) {
      boolean wordEnds = i + 1 < parts.size() && endsWord(parts.get(i), parts.get(i + 1));
      behind[i] = wordEnds ? Ahead.NO_CHARACTER : ahead;
      ahead = Ahead.of(parts.get(i), ahead);
    }
    for (int i = 0; i < behind.length; i++) {
      emit(parts.get(i), behind[i]);
    }
  }

  /** Is it some of a word's characters and the word's end behind them? */
  private static boolean endsWord(Node node, Node follower) {
    return node instanceof Node.Loop loop
        && loop.least() > 0
        && follower instanceof Node.Position position
        && position.anchor() == Anchor.BOUNDARY
        && loop.body() instanceof Node.One one
        && !one.backward()
        && one.set().isWithin(CharClass.WORD);
  }

  private void emit(Node.Choice choice, Ahead next) {
    List<Node> branches = choice.branches();
    int count = branches.size();
    Ahead[] first = new Ahead[count];
    Ahead[] others = new Ahead[count];
    for (int i = count - 1; i >= 0; i--) {
      first[i] = Ahead.of(branches.get(i), next);
      others[i] =
          i == count - 1
              ? Ahead.UNKNOWN
              : i == count - 2 ? first[i + 1] : first[i + 1].or(others[i + 1]);
    }
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < count - 1; i++) {
      int other = split(first[i], others[i]);
      emit(branches.get(i), next);
      ends.add(add(Op.JUMP, 0) + 1);
      code[other] = size;
    }
    emit(branches.get(count - 1), next);
    for (int end : ends) {
      code[end] = size;
    }
  }

  /** Emits a choice that goes on first; gives the place of its other target. */
  private int split(Ahead first, Ahead other) {
    if (!first.isCharacter()) {
      return add(Op.SPLIT, 0) + 1;
    }
    CharSet set = first.set();
    boolean alone = other.isKnown() && other.excludes(set);
    return add(alone ? Op.GUARD : Op.SPLIT_SET, set(set), 0) + 2;
  }

  private void emit(Node.Loop loop, Ahead next) {
    if (loop.most() == 0) {
      return;
    }
    if (loop.body() instanceof Node.One one) {
      emitRun(one.set(), one.backward(), loop, next);
    } else if (loop.body() instanceof Node.Text text && text.text().length() == 1) {
      emitRun(CharSet.of(text.text().charAt(0)), text.backward(), loop, next);
    } else if (loop.least() == 0 && loop.most() == 1) {
      int exit = loop.lazy() ? add(Op.SPLIT_AWAY, 0) + 1 : split(Ahead.of(loop.body(), next), next);
      emit(loop.body(), next);
      code[exit] = size;
    } else if (loop.least() <= 1
        && loop.most() == Integer.MAX_VALUE
        && Widths.least(loop.body()) > 0) {
      emitEndless(loop, next);
    } else {
      emitCounted(loop, next);
    }
  }

  private void emitRun(CharSet set, boolean backward, Node.Loop loop, Ahead next) {
    boolean gives = backward || !next.excludes(set);
    boolean lazy = loop.lazy() && (gives || !next.isKnown());
    int follower = !next.isCharacter() || next.sets().size() != 1 ? -1 : next.sets().get(0).only();
    if (backward) {
      add(lazy ? Op.LAZY_BACK : Op.GREEDY_BACK, set(set), loop.least(), loop.most(), -1);
    } else if (lazy) {
      add(Op.LAZY, set(set), loop.least(), loop.most(), follower);
    } else if (gives) {
      add(Op.GREEDY, set(set), loop.least(), loop.most(), follower);
    } else {
      add(Op.POSSESSIVE, set(set), loop.least(), loop.most());
    }
  }

  /** A loop without upper limit whose body always reads something needs no registers. */
  private void emitEndless(Node.Loop loop, Ahead next) {
    Ahead behind = Ahead.behindRound(loop, next);
    Ahead first = Ahead.of(loop.body(), Ahead.UNKNOWN);
    int start = size;
    if (loop.least() == 1) {
      emit(loop.body(), behind);
    }
    int exit = loop.lazy() ? add(Op.SPLIT_AWAY, 0) + 1 : split(first, next);
    if (loop.least() == 0) {
      emit(loop.body(), behind);
    }
    add(Op.JUMP, start);
    code[exit] = size;
  }

  private void emitCounted(Node.Loop loop, Ahead next) {
    int register = take(2);
    add(Op.LOOP_START, register);
    int start = size;
    int exit = start + 4;
    add(Op.LOOP, register, loop.least(), loop.most(), 0, loop.lazy() ? 1 : 0);
    add(Op.ROUND, register);
    emit(loop.body(), Ahead.behindRound(loop, next));
    add(Op.JUMP, start);
    code[exit] = size;
  }

  private void emit(Node.Capture capture, Ahead next) {
    int register = take(1);
    add(Op.MARK, register);
    if (capture.popped() < 0) {
      emit(capture.body(), next);
      add(Op.CAPTURE, capture.slot(), register);
    } else {
      emit(capture.body(), next.guarded());
      add(Op.BALANCE, capture.slot(), capture.popped(), register);
    }
  }

  private void emit(Node.Look look) {
    int register = take(2);
    int otherwise = -1;
    if (look.negative()) {
      otherwise = add(Op.ENTER_OR, register, 0) + 2;
    } else {
      add(Op.ENTER, register);
    }
    emit(look.body(), Ahead.SUCCESS);
    add(look.negative() ? Op.COMMIT_AND_FAIL : Op.COMMIT_AND_RETURN, register);
    if (otherwise >= 0) {
      code[otherwise] = size;
    }
  }

  private int take(int count) {
    int first = registers;
    registers += count;
    return first;
  }

  private int set(CharSet set) {
    sets.add(set);
    return sets.size() - 1;
  }

  private int add(int... instruction) {
    if (size + instruction.length > code.length) {
      code = Arrays.copyOf(code, 2 * (size + instruction.length));
    }
    System.arraycopy(instruction, 0, code, size, instruction.length);
    size += instruction.length;
    return size - instruction.length;
  }
}
