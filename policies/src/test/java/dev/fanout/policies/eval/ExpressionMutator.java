package dev.fanout.policies.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Expressions with words exchanged for others, and with pieces cut out, doubled and put in. */
final class ExpressionMutator {
  /** Names, numbers, texts on one line, and all else by the character. */
  private static final Pattern WORDS =
      Pattern.compile(
          "[A-Za-z_]\\w*|\\d[\\w.]*|\"(?:[^\"\\\\\\n]|\\\\.)*\"|\\s+|.", Pattern.DOTALL);

  private static final int LONGEST = 4_000;

  private final List<List<String>> texts = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> literals = new ArrayList<>();

  ExpressionMutator(List<String> corpus) {
    add(FuzzTexts.EXPRESSIONS);
    add(corpus);
  }

  private void add(List<String> expressions) {
    for (String text : expressions) {
      if (text.length() > LONGEST) {
        continue;
      }
      List<String> words = WORDS.matcher(text).results().map(MatchResult::group).toList();
      texts.add(words);
      for (String word : words) {
        if (Character.isLetter(word.charAt(0))) {
          names.add(word);
        } else if (word.charAt(0) == '"' || Character.isDigit(word.charAt(0))) {
          literals.add(word);
        }
      }
    }
  }

  String expression(SplittableRandom random) {
    List<String> words = new ArrayList<>(any(texts, random));
    int changes = 1 + (random.nextInt(4) == 0 ? random.nextInt(8) : 0);
    for (int i = 0; i < changes; i++) {
      change(words, random);
    }
    String text = String.join("", words);
    return random.nextInt(20) == 0 ? characters(text, random) : text;
  }

  private void change(List<String> words, SplittableRandom random) {
    if (words.size() < 4) {
      words.addAll(any(texts, random));
    }
    int at = 2 + random.nextInt(words.size() - 3);
    int end = Math.min(words.size() - 1, at + 1 + random.nextInt(9));
    switch (random.nextInt(14)) {
      case 0 -> words.subList(at, end).clear();
      case 1 -> words.addAll(at, List.copyOf(words.subList(at, end)));
      case 2 -> words.add(at, any(FuzzTexts.PIECES, random));
      case 3 -> words.set(at, any(FuzzTexts.PIECES, random));
      case 4 -> {
        List<String> other = any(texts, random);
        int from = random.nextInt(other.size());
        int to = Math.min(other.size(), from + 1 + random.nextInt(12));
        words.addAll(at, other.subList(from, to));
      }
      default -> exchange(words, at, random);
    }
  }

  /** A word for another of its kind, which often compiles. */
  private void exchange(List<String> words, int at, SplittableRandom random) {
    for (int i = at; i < words.size() - 1; i++) {
      char first = words.get(i).charAt(0);
      if (Character.isLetter(first)) {
        words.set(i, any(random.nextBoolean() ? FuzzTexts.NAMES : names, random));
        return;
      }
      if (first == '"' || Character.isDigit(first)) {
        words.set(i, any(random.nextBoolean() ? FuzzTexts.LITERALS : literals, random));
        return;
      }
      if ("+-*/%<>=&|^?!".indexOf(first) >= 0) {
        words.set(i, any(FuzzTexts.OPERATORS, random));
        return;
      }
    }
  }

  private static String characters(String text, SplittableRandom random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < 3 && !out.isEmpty(); i++) {
      int at = random.nextInt(out.length());
      out.setCharAt(at, (char) (out.charAt(at) ^ (1 << random.nextInt(10))));
    }
    return out.toString();
  }

  private static <T> T any(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
