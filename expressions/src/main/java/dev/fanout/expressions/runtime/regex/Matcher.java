package dev.fanout.expressions.runtime.regex;

import java.util.Arrays;

/**
 * Runs a {@link Program} over one text. Choices are kept on a stack; whatever a choice must put
 * back (captures, counters) is on a trail, as in a Prolog machine, so that one number restores it.
 *
 * <p>A choice is three numbers, height of the trail, place, and where to go on; that of a run is
 * four, its limit first, and goes on at a complement.
 */
final class Matcher implements Spans {
  private final Program program;
  private final int[] code;
  private final CharSet[] sets;
  private final String text;
  private final int end;
  private final MatchBudget budget;
  private final int[] registers;
  private int[] stack = new int[16];
  private int[] trail = new int[16];
  private int height;
  private int trailed;
  private int began;
  private int start;
  private int stop;

  Matcher(Program program, String text, MatchBudget budget) {
    this.program = program;
    this.code = program.code();
    this.sets = program.sets();
    this.text = text;
    this.end = text.length();
    this.budget = budget;
    this.registers = new int[program.registers()];
    Arrays.fill(registers, 0, program.slots(), -1);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int slots() {
    return program.slots();
  }

  boolean isBackward() {
    return program.backward();
  }

  @Override
  public int start(int slot) {
    return slot == 0 ? start : registers[slot] < 0 ? -1 : trail[registers[slot]];
  }

  @Override
  public int stop(int slot) {
    return slot == 0 ? stop : registers[slot] < 0 ? -1 : trail[registers[slot] + 1];
  }

  /**
   * Finds the next match.
   *
   * @param from the first place to try, going left if the pattern does
   * @param searchBegan what {@code \G} stands for
   */
  boolean find(int from, int searchBegan) {
    Arrays.fill(registers, 0, program.slots(), -1);
    trailed = 0;
    began = searchBegan;
    return program.backward() ? findBackward(from) : findForward(from);
  }

  private boolean findBackward(int from) {
    for (int at = from; at >= 0; at--) {
      if (run(at)) {
        int reached = stop;
        stop = at;
        start = reached;
        return true;
      }
    }
    return false;
  }

  private boolean findForward(int from) {
    int last = end - program.leastWidth();
    for (int at = candidate(from); at >= 0 && at <= last; at = candidate(at + 1)) {
      if (run(at)) {
        start = at;
        return true;
      }
    }
    return false;
  }

  /** The next place where a match could begin; -1 if there is none. */
  private int candidate(int from) {
    if (from > end) {
      return -1;
    }
    Anchor anchor = program.anchor();
    if (anchor == Anchor.START) {
      return from == 0 ? 0 : -1;
    }
    if (anchor == Anchor.WHERE_SEARCH_BEGAN) {
      return from <= began ? began : -1;
    }
    int found = from;
    if (anchor == Anchor.LINE_START) {
      if (from > 0 && text.charAt(from - 1) != '\n') {
        int line = text.indexOf('\n', from);
        found = line < 0 ? -1 : line + 1;
      }
    } else if (program.prefix().length() > 1) {
      found = text.indexOf(program.prefix(), from);
    } else if (program.first() != null) {
      found = program.first().find(text, from, end);
    }
    budget.charge(((found < 0 ? end : found) - from) >> 3);
    return found;
  }

  /** Matches at a place; {@code stop} is then where the match ends. */
  private boolean run(int from) {
    int pc = 0;
    int at = from;
    height = 0;
    int left = budget.take();
    while (true) {
      if (--left < 0) {
        left = budget.more(left);
      }
      boolean good = false;
      switch (code[pc]) {
        case Op.ACCEPT -> {
          stop = at;
          budget.giveBack(left);
          return true;
        }
        case Op.CHAR -> {
          if (at < end && text.charAt(at) == code[pc + 1]) {
            at++;
            pc += 2;
            good = true;
          }
        }
        case Op.SET -> {
          if (at < end && sets[code[pc + 1]].contains(text.charAt(at))) {
            at++;
            pc += 2;
            good = true;
          }
        }
        case Op.TEXT -> {
          String wanted = program.texts()[code[pc + 1]];
          if (text.startsWith(wanted, at)) {
            at += wanted.length();
            pc += 2;
            good = true;
          }
        }
        case Op.GREEDY -> {
          int limit = limit(at, code[pc + 3]);
          int least = at + code[pc + 2];
          int reached = sets[code[pc + 1]].endOfRun(text, at, limit);
          left -= (reached - at) >> 3;
          if (reached >= least && least >= at) {
            if (reached > least) {
              push(least, reached, ~pc);
            }
            at = reached;
            pc += 5;
            good = true;
          }
        }
        case Op.POSSESSIVE -> {
          int reached = sets[code[pc + 1]].endOfRun(text, at, limit(at, code[pc + 3]));
          left -= (reached - at) >> 3;
          if (reached - at >= code[pc + 2]) {
            at = reached;
            pc += 4;
            good = true;
          }
        }
        case Op.LAZY -> {
          int least = code[pc + 2];
          if (least <= end - at
              && sets[code[pc + 1]].endOfRun(text, at, at + least) == at + least) {
            int limit = limit(at, code[pc + 3]);
            at += least;
            if (at < limit) {
              push(limit, at, ~pc);
            }
            pc += 5;
            good = true;
          }
        }
        case Op.JUMP -> {
          pc = code[pc + 1];
          good = true;
        }
        case Op.SPLIT -> {
          push(at, code[pc + 1]);
          pc += 2;
          good = true;
        }
        case Op.SPLIT_AWAY -> {
          push(at, pc + 2);
          pc = code[pc + 1];
          good = true;
        }
        case Op.SPLIT_SET -> {
          if (at < end && sets[code[pc + 1]].contains(text.charAt(at))) {
            push(at, code[pc + 2]);
            pc += 3;
          } else {
            pc = code[pc + 2];
          }
          good = true;
        }
        case Op.GUARD -> {
          boolean here = at < end && sets[code[pc + 1]].contains(text.charAt(at));
          pc = here ? pc + 3 : code[pc + 2];
          good = true;
        }
        case Op.POSITION -> {
          good = Anchor.of(code[pc + 1]).holds(text, at, began);
          pc += 2;
        }
        case Op.MARK -> {
          set(code[pc + 1], at);
          pc += 2;
          good = true;
        }
        case Op.CAPTURE -> {
          capture(code[pc + 1], registers[code[pc + 2]], at);
          pc += 3;
          good = true;
        }
        case Op.LOOP_START -> {
          set(code[pc + 1], 0);
          set(code[pc + 1] + 1, -1);
          pc += 2;
          good = true;
        }
        case Op.LOOP -> {
          pc = nextRound(pc, at);
          good = true;
        }
        case Op.ROUND -> {
          set(code[pc + 1], registers[code[pc + 1]] + 1);
          set(code[pc + 1] + 1, at);
          pc += 2;
          good = true;
        }
        case Op.ENTER, Op.ENTER_OR -> {
          set(code[pc + 1], height);
          set(code[pc + 1] + 1, at);
          if (code[pc] == Op.ENTER_OR) {
            push(at, code[pc + 2]);
            pc++;
          }
          pc += 2;
          good = true;
        }
        case Op.COMMIT -> {
          height = registers[code[pc + 1]];
          pc += 2;
          good = true;
        }
        case Op.COMMIT_AND_RETURN -> {
          height = registers[code[pc + 1]];
          at = registers[code[pc + 1] + 1];
          pc += 2;
          good = true;
        }
        case Op.COMMIT_AND_FAIL -> height = registers[code[pc + 1]];
        default -> {
          at = rare(pc, at);
          good = at >= 0;
          pc = resumed;
        }
      }
      if (good) {
        continue;
      }
      if (height == 0) {
        undo(0);
        budget.giveBack(left);
        return false;
      }
      pc = stack[height - 1];
      at = stack[height - 2];
      undo(stack[height - 3]);
      if (pc >= 0) {
        height -= 3;
      } else {
        int before = at;
        at = retry(~pc, at, stack[height - 4]);
        left -= Math.abs(at - before) >> 3;
        pc = resumed;
      }
    }
  }

  /** Where the program goes on after {@link #rare} and {@link #retry}. */
  private int resumed;

  private int limit(int at, int most) {
    return most >= end - at ? end : at + most;
  }

  private int nextRound(int pc, int at) {
    int register = code[pc + 1];
    int rounds = registers[register];
    if (rounds < code[pc + 2]) {
      return pc + 6;
    }
    if (rounds >= code[pc + 3] || (rounds > 0 && registers[register + 1] == at)) {
      return code[pc + 4];
    }
    boolean lazy = code[pc + 5] != 0;
    push(at, lazy ? pc + 6 : code[pc + 4]);
    return lazy ? code[pc + 4] : pc + 6;
  }

  /** Instructions that few patterns have; gives the new place, -1 for failure. */
  private int rare(int pc, int at) {
    switch (code[pc]) {
      case Op.BALANCE -> {
        resumed = pc + 4;
        return balance(code[pc + 1], code[pc + 2], registers[code[pc + 3]], at) ? at : -1;
      }
      case Op.REFERENCE -> {
        resumed = pc + 3;
        return refer(code[pc + 1], code[pc + 2], at);
      }
      case Op.IF_CAPTURED -> {
        resumed = registers[code[pc + 1]] >= 0 ? pc + 3 : code[pc + 2];
        return at;
      }
      case Op.CHAR_BACK -> {
        resumed = pc + 2;
        return at > 0 && text.charAt(at - 1) == code[pc + 1] ? at - 1 : -1;
      }
      case Op.SET_BACK -> {
        resumed = pc + 2;
        return at > 0 && sets[code[pc + 1]].contains(text.charAt(at - 1)) ? at - 1 : -1;
      }
      case Op.TEXT_BACK -> {
        resumed = pc + 2;
        int before = at - program.texts()[code[pc + 1]].length();
        return before >= 0 && text.startsWith(program.texts()[code[pc + 1]], before) ? before : -1;
      }
      case Op.GREEDY_BACK -> {
        resumed = pc + 5;
        int limit = code[pc + 3] >= at ? 0 : at - code[pc + 3];
        int least = at - code[pc + 2];
        int reached = startOfRun(sets[code[pc + 1]], at, limit);
        budget.charge((at - reached) >> 3);
        if (reached > least) {
          return -1;
        }
        if (reached < least) {
          push(least, reached, ~pc);
        }
        return reached;
      }
      case Op.LAZY_BACK -> {
        resumed = pc + 5;
        int limit = code[pc + 3] >= at ? 0 : at - code[pc + 3];
        int least = at - code[pc + 2];
        if (least < 0 || startOfRun(sets[code[pc + 1]], at, least) != least) {
          return -1;
        }
        if (least > limit) {
          push(limit, least, ~pc);
        }
        return least;
      }
      default -> {
        resumed = pc;
        return -1;
      }
    }
  }

  private int startOfRun(CharSet set, int from, int limit) {
    int at = from;
    while (at > limit && set.contains(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /**
   * Takes a run's next choice from the top of the stack: one character less, or one more if it is
   * lazy. Goes on at a FAIL when there is none.
   */
  private int retry(int pc, int from, int limit) {
    int at = from;
    int next = code[pc + 4];
    resumed = pc + 5;
    switch (code[pc]) {
      case Op.GREEDY -> {
        at--;
        while (next >= 0 && at > limit && text.charAt(at) != next) {
          at--;
        }
      }
      case Op.GREEDY_BACK -> at++;
      case Op.LAZY -> {
        CharSet set = sets[code[pc + 1]];
        do {
          if (!set.contains(text.charAt(at))) {
            return exhausted(at);
          }
          at++;
        } while (next >= 0 && at < limit && text.charAt(at) != next);
      }
      default -> {
        if (!sets[code[pc + 1]].contains(text.charAt(at - 1))) {
          return exhausted(at);
        }
        at--;
      }
    }
    if (at == limit) {
      height -= 4;
    } else {
      stack[height - 2] = at;
    }
    return at;
  }

  private int exhausted(int at) {
    height -= 4;
    resumed = code.length - 1;
    return at;
  }

  private void push(int at, int pc) {
    if (height + 4 > stack.length) {
      stack = budget.grown(stack);
    }
    stack[height] = trailed;
    stack[height + 1] = at;
    stack[height + 2] = pc;
    height += 3;
  }

  private void push(int limit, int at, int pc) {
    if (height + 4 > stack.length) {
      stack = budget.grown(stack);
    }
    stack[height++] = limit;
    push(at, pc);
  }

  private void set(int register, int value) {
    if (trailed + 4 > trail.length) {
      trail = budget.grown(trail);
    }
    trail[trailed] = register;
    trail[trailed + 1] = registers[register];
    trailed += 2;
    registers[register] = value;
  }

  private void undo(int to) {
    while (trailed > to) {
      trailed -= 2;
      int register = trail[trailed];
      int old = trail[trailed + 1];
      if (register < 0) {
        registers[~register] = old;
        trailed -= 2;
      } else {
        registers[register] = old;
      }
    }
  }

  /** Puts a capture on the trail itself; the slot's register says where. */
  private void capture(int slot, int from, int to) {
    if (trailed + 4 > trail.length) {
      trail = budget.grown(trail);
    }
    trail[trailed] = Math.min(from, to);
    trail[trailed + 1] = Math.max(from, to);
    trail[trailed + 2] = ~slot;
    trail[trailed + 3] = registers[slot];
    registers[slot] = trailed;
    trailed += 4;
  }

  private boolean balance(int slot, int popped, int from, int to) {
    int last = registers[popped];
    if (last < 0) {
      return false;
    }
    int lastStart = trail[last];
    int lastStop = trail[last + 1];
    set(popped, trail[last + 3]);
    if (slot >= 0) {
      int first = Math.min(from, to);
      int second = Math.max(from, to);
      if (first >= lastStop) {
        capture(slot, lastStop, first);
      } else if (second <= lastStart) {
        capture(slot, second, lastStart);
      } else {
        capture(slot, Math.max(first, lastStart), Math.min(second, lastStop));
      }
    }
    return true;
  }

  private int refer(int slot, int flags, int at) {
    int last = registers[slot];
    if (last < 0) {
      return (flags & Op.ECMA) != 0 ? at : -1;
    }
    int from = trail[last];
    int length = trail[last + 1] - from;
    boolean backward = (flags & Op.BACKWARD) != 0;
    int begin = backward ? at - length : at;
    budget.charge(length >> 3);
    if (begin < 0 || begin + length > end) {
      return -1;
    }
    boolean same =
        (flags & Op.IGNORE_CASE) == 0
            ? text.startsWith(text.substring(from, from + length), begin)
            : CaseEquivalence.regionMatches(text, from, begin, length);
    return !same ? -1 : backward ? begin : begin + length;
  }

  /** The captures of a group in order, as start and length of each. */
  int[] captures(int slot) {
    int count = 0;
    for (int at = registers[slot]; at >= 0; at = trail[at + 3]) {
      count += 2;
    }
    int[] captures = new int[count];
    for (int at = registers[slot]; at >= 0; at = trail[at + 3]) {
      count -= 2;
      captures[count] = trail[at];
      captures[count + 1] = trail[at + 1] - trail[at];
    }
    return captures;
  }
}
