package dev.fanout.expressions.runtime.regex;

/**
 * Instructions of a {@link Program}, each followed by its operands. A set, text or slot is an
 * index; a target is a place in the code; {@code next} is the character that must follow or -1.
 */
final class Op {
  /** The pattern has matched. */
  static final int ACCEPT = 0;

  /** The last of every program, where a run goes whose choices are used up. */
  static final int FAIL = 1;

  /** {@code char}. */
  static final int CHAR = 2;

  /** {@code set}. */
  static final int SET = 3;

  /** {@code text}. */
  static final int TEXT = 4;

  /** {@code set least most next}: as many as there are, given back one by one. */
  static final int GREEDY = 5;

  /** {@code set least most}: as many as there are, for good. */
  static final int POSSESSIVE = 6;

  /** {@code set least most next}: as few as will do. */
  static final int LAZY = 7;

  /** {@code target}. */
  static final int JUMP = 8;

  /** {@code other}: goes on, and at {@code other} if that fails. */
  static final int SPLIT = 9;

  /** {@code first}: goes to {@code first}, and on if that fails. */
  static final int SPLIT_AWAY = 10;

  /** {@code set other}: as SPLIT if a character of the set is next, else goes to {@code other}. */
  static final int SPLIT_SET = 11;

  /** {@code set other}: goes on if a character of the set is next, else to {@code other}. */
  static final int GUARD = 12;

  /** {@code anchor}. */
  static final int POSITION = 13;

  /** {@code register}: remembers the place. */
  static final int MARK = 14;

  /** {@code slot register}: captures from the remembered place to here. */
  static final int CAPTURE = 15;

  /** {@code slot popped register}: takes a capture back, and captures what lies between. */
  static final int BALANCE = 16;

  /** {@code slot flags}. */
  static final int REFERENCE = 17;

  /** {@code register}: begins to count rounds (two registers: rounds, place of the last). */
  static final int LOOP_START = 18;

  /** {@code register least most exit lazy}; a ROUND and the body follow. */
  static final int LOOP = 19;

  /** {@code register}: one round more begins here. */
  static final int ROUND = 20;

  /** {@code register}: remembers the stack and the place (two registers). */
  static final int ENTER = 21;

  /** {@code register other}: as ENTER, and at {@code other} if what follows fails. */
  static final int ENTER_OR = 22;

  /** {@code register}: forgets all choices since ENTER. */
  static final int COMMIT = 23;

  /** {@code register}: as COMMIT, and returns to the place. */
  static final int COMMIT_AND_RETURN = 24;

  /** {@code register}: forgets all choices since ENTER_OR, its own too, and fails. */
  static final int COMMIT_AND_FAIL = 25;

  /** {@code slot otherwise}. */
  static final int IF_CAPTURED = 26;

  static final int CHAR_BACK = 27;
  static final int SET_BACK = 28;
  static final int TEXT_BACK = 29;
  static final int GREEDY_BACK = 30;
  static final int LAZY_BACK = 31;

  static final int IGNORE_CASE = 1;
  static final int ECMA = 2;
  static final int BACKWARD = 4;

  private Op() {}
}
