package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.PolicyDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Inputs for the reader, each a function of a seed and a number, and what must hold for every one:
 * no exception, the text comes back, tokens and nodes cover it without a gap, issues are in order
 * and in range, and the characters looked at are bounded by the length. Immutable; threads may
 * share one.
 */
public final class PolicyFuzz {
  /** What a character may cost at most, look-ahead and expressions in vain included. */
  public static final int STEPS_PER_CHARACTER = 24;

  /** What the shortest document may cost. */
  private static final long FREE_STEPS = 48_000;

  /** One input in so many also goes through beans, rules, rendering and update. */
  private static final int WHOLE = 16;

  private static final int DOCUMENTS = 128;

  private static final String[] PIECES = {
    "<",
    ">",
    "/>",
    "</",
    "\"",
    "'",
    "=",
    "&",
    ";",
    "#",
    "&amp;",
    "&#x110000;",
    "&#0;",
    "&#64;(",
    "&quot;",
    "&nbsp;",
    "@",
    "@(",
    "@{",
    ")",
    "}",
    "(",
    "{",
    "<!--",
    "-->",
    "--",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<?xml",
    "<!DOCTYPE",
    "<!DOCTYPE a [",
    "<!ENTITY b SYSTEM \"c\">",
    "${",
    "{{",
    "}}",
    "%{",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\u0000",
    "\uD800",
    "\uDC00",
    "\uFEFF",
    "\uFFFF",
    "é",
    "😀",
    "\u2028",
    "$\"{",
    "$@\"{",
    "@\"",
    "@$\"",
    "//",
    "/*",
    "*/",
    "\\",
    "'\"'",
    " a=\"@(",
    " a='@{",
    "<a b=\"",
    "<a b='",
    "<a>",
    "</a>",
    "<policies>",
    "</policies>",
    "<inbound>",
    "</inbound>",
    "<base />",
    "<value>@(",
    "<set-body>@{",
    "xmlns:x=\"y\"",
    " id=1",
  };

  private static final String[] EXPRESSIONS = {
    "@(1)",
    "@(context.Request.Headers.GetValueOrDefault(\"a\",\"b\"))",
    "@(a < b && c > d)",
    "@(\"</set-body>\" + '\"' + '\\'')",
    "@($\"{a[\"k\"]}{{}}\" + @\"c:\\\" + \"\"\"\")",
    "@{ var a = $@\"x{b[\"c\"]}\"; /* \" */ // it's\n return a; }",
    "@{\n  if (a) { return \"}\"; }\n  return null;\n}",
    "@(a &amp;&amp; b &lt; c)",
    "@((string)context.Variables[\"v\"])",
    "@(new JObject(new JProperty(\"a\", 1)).ToString())",
  };

  private static final String[] NAMES = {
    "base",
    "set-header",
    "set-variable",
    "choose",
    "when",
    "otherwise",
    "value",
    "set-body",
    "rewrite-uri",
    "return-response",
    "set-status",
    "retry",
    "cors",
    "allowed-origins",
    "origin",
    "xsl-transform",
    "http-data-source",
    "a",
    "policies",
    "inbound",
    "fragment",
    "unknown",
    "é:x",
  };

  private static final String[] ATTRIBUTES = {
    "name", "value", "condition", "template", "id", "exists-action", "code", "a", "xmlns", "count",
  };

  private final long seed;
  private final List<String> documents;

  public PolicyFuzz(long seed) {
    this.seed = seed;
    List<String> made = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      made.add(new Maker(new SplittableRandom(seed + i), 0).document());
    }
    this.documents = List.copyOf(made);
  }

  /** The input of this number. */
  public String input(long number) {
    SplittableRandom random = random(number);
    int kind = random.nextInt(100);
    if (kind < 50) {
      return mutated(random);
    } else if (kind < 80) {
      return new Maker(random, 1 + random.nextInt(25)).document();
    } else if (kind < 92) {
      return pieces(random, 1 + random.nextInt(60));
    } else if (kind < 99) {
      return characters(random);
    }
    return pieces(random, 1 + random.nextInt(3)).repeat(1 + random.nextInt(2_000));
  }

  /** Reads the input of this number; true if it has an error. What does not hold is thrown. */
  public boolean check(long number) {
    String input = input(number);
    SourceText source = SourceText.of("policy.xml", input);
    DocumentParser parser = new DocumentParser(source);
    ParsedPolicy parsed = parser.parse();
    require(parsed.tree().text().equals(input), "another text");
    TreeAssertions.assertLossless(parsed.tree());
    long most = FREE_STEPS + (long) STEPS_PER_CHARACTER * input.length();
    require(parser.steps() <= most, parser.steps() + " steps, more than " + most);
    inOrder(parsed.issues());
    if (number % WHOLE == 0) {
      PolicyDocument document = PolicyDocuments.read(source);
      inOrder(document.issues());
      require(
          IssueRenderer.render(document.issues()).isEmpty() == document.issues().isEmpty(),
          "no text");
      require(document.updated().source().text().equals(input), "an update of nothing");
    }
    return parsed.issues().stream().anyMatch(Issue::isError);
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
  }

  private static void inOrder(List<Issue> issues) {
    int last = 0;
    for (Issue issue : issues) {
      int start = issue.location().orElseThrow().start();
      require(start >= last || issue.code().equals("POLICY_TOO_MANY_ISSUES"), "order: " + issue);
      require(issue.location().orElseThrow().position().line() > 0, "line: " + issue);
      last = Math.max(last, start);
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }

  private String mutated(SplittableRandom random) {
    StringBuilder text = new StringBuilder(documents.get(random.nextInt(DOCUMENTS)));
    int mutations = 1 + random.nextInt(4);
    for (int i = 0; i < mutations; i++) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, any(random, PIECES));
        case 2 -> text.replace(at, end, any(random, PIECES));
        case 3 -> text.insert(at, text.substring(at, end));
        case 4 -> text.setLength(Math.max(1, at));
        default -> {
          if (at < text.length()) {
            text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(8))));
          }
        }
      }
    }
    return text.toString();
  }

  private static String pieces(SplittableRandom random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(any(random, random.nextInt(8) == 0 ? EXPRESSIONS : PIECES));
    }
    return text.toString();
  }

  private static String characters(SplittableRandom random) {
    char[] text = new char[random.nextInt(300)];
    int range = random.nextBoolean() ? 0x80 : 0x10000;
    for (int i = 0; i < text.length; i++) {
      text[i] = (char) random.nextInt(range);
    }
    return new String(text);
  }

  private static String any(SplittableRandom random, String[] of) {
    return of[random.nextInt(of.length)];
  }

  /** Writes a document by a grammar, and breaks it here and there. */
  private static final class Maker {
    private static final int DEEPEST = 6;

    private final SplittableRandom random;
    private final int faultsPerThousand;
    private final StringBuilder text = new StringBuilder();

    Maker(SplittableRandom random, int faultsPerThousand) {
      this.random = random;
      this.faultsPerThousand = faultsPerThousand;
    }

    String document() {
      if (random.nextInt(10) == 0) {
        text.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
      }
      text.append("<policies>\n");
      for (String section : new String[] {"inbound", "backend", "outbound", "on-error"}) {
        if (random.nextInt(3) > 0) {
          text.append("  <").append(section).append('>');
          content(2);
          text.append("</").append(section).append(">\n");
        }
      }
      return text.append("</policies>").toString();
    }

    private void content(int depth) {
      int count = random.nextInt(3);
      for (int i = 0; i < count; i++) {
        fault();
        switch (random.nextInt(8)) {
          case 0 -> text.append("<!-- ").append(any(random, ATTRIBUTES)).append(" -->");
          case 1 -> text.append("<![CDATA[ <a> ]]>");
          case 2 -> text.append(random.nextBoolean() ? "\n    " : " &lt;text&#x41; ");
          default -> element(depth);
        }
      }
    }

    private void element(int depth) {
      String name = any(random, NAMES);
      text.append('<').append(name);
      int attributes = random.nextInt(3);
      int first = random.nextInt(ATTRIBUTES.length);
      for (int i = 0; i < attributes; i++) {
        fault();
        attribute(ATTRIBUTES[(first + i) % ATTRIBUTES.length]);
      }
      if (depth == DEEPEST || random.nextInt(3) == 0) {
        text.append(random.nextBoolean() ? " />" : "/>");
        return;
      }
      text.append('>');
      if (random.nextInt(4) == 0) {
        text.append(any(random, EXPRESSIONS));
      } else {
        content(depth + 1);
      }
      fault();
      text.append("</").append(name).append('>');
    }

    private void attribute(String name) {
      String quote = random.nextInt(5) == 0 ? "'" : "\"";
      text.append(' ').append(name).append('=').append(quote);
      switch (random.nextInt(4)) {
        case 0 -> text.append(quote.equals("'") ? "@(a < 1)" : any(random, EXPRESSIONS));
        case 1 -> text.append("{{named}}-${tool.value}");
        case 2 -> text.append("a &amp; b");
        default -> text.append("text");
      }
      text.append(quote);
    }

    private void fault() {
      if (random.nextInt(1_000) < faultsPerThousand) {
        text.append(any(random, PIECES));
      }
    }
  }
}
