package dev.fanout.policies.format;

import java.util.List;
import java.util.Random;

/** Documents as badly laid out as chance makes them; mostly without errors of syntax. */
final class RandomDocuments {
  private static final List<String> SPACES =
      List.of("", " ", "\t", "\n", "\r\n", "\n\n", "\n \n\t\n  ", "  \r\n\r\n\r\n", "\r", "      ");
  private static final List<String> TAG_SPACES = List.of(" ", "  ", "\n", "\r\n\t", "\t", "\n\n  ");
  private static final List<String> VALUES =
      List.of(
          "",
          "a",
          " a  b ",
          "a\n\tb",
          "{{named}}",
          "${closed}",
          "&amp;&lt;&#10;&quot;&apos;",
          "é😀\u00A0",
          "https://example.test/a/rather/long/path/that/makes/a/tag/too/long/for/its/line",
          "@(1)",
          " @(2) ",
          "@(a &amp;&amp; b)",
          "@(x ? 'a' : 'b')",
          "@(a &lt; 1)",
          "@{\n\treturn 1; // }\n}",
          "@{&#10;return &quot;a&quot;;}");

  /** Values that need double quotes around them, or none inside. */
  private static final List<String> CODE =
      List.of(
          "@(context.Variables[\"a\"] < 1 && c)",
          "@{\r\n  var a = $\"{b[\"c}\"]}\"; // it's\r\n      return a > '<';\r\n}",
          "@(\"&amp;\")",
          "say &#34;x&#34;");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "\n  a\n",
          "<![CDATA[ <a> ]]>",
          "@(1 < 2)",
          "\n    @{\n  return As<string>();\n}\n  ",
          "<a  b='1'> <c/>\n</a>",
          "&#32;",
          "<!-- c -->",
          "x <!-- c --> y",
          "{% for a in b %}\n {{ a }}\n{% endfor %}");
  private static final List<String> COMMENTS =
      List.of("<!---->", "<!-- a -->", "<!-- @(a \n   b) -->", "<!--\r\n<base/>\r\n-->");

  private final Random random;

  RandomDocuments(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    StringBuilder out = new StringBuilder();
    if (chance(10)) {
      out.append('\uFEFF');
    }
    if (chance(10)) {
      out.append("<?xml version='1.0'  encoding=\"utf-8\" ?>");
    }
    misc(out);
    if (chance(30)) {
      element(out, "fragment", () -> policies(out, 3));
    } else {
      element(out, "policies", () -> sections(out));
    }
    misc(out);
    return out.toString();
  }

  private void sections(StringBuilder out) {
    for (String name : List.of("inbound", "backend", "outbund", "on-error")) {
      misc(out);
      if (chance(60)) {
        element(out, name, () -> policies(out, 3));
      }
    }
    misc(out);
  }

  private void policies(StringBuilder out, int depth) {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      misc(out);
      policy(out, depth);
    }
    misc(out);
    if (chance(2)) {
      out.append("stray text").append(one(SPACES)).append("<base/>");
    }
  }

  private void policy(StringBuilder out, int depth) {
    switch (random.nextInt(depth > 0 ? 11 : 7)) {
      case 0 -> element(out, "base", () -> misc(out));
      case 1 -> element(out, "set-variable", () -> out.append(one(SPACES)));
      case 2 -> element(out, "set-body", () -> out.append(one(TEXTS)));
      case 3 -> element(out, "set-header", () -> values(out));
      case 4 -> element(out, "x-unknown", () -> values(out));
      case 5 -> element(out, "set-method", () -> out.append(one(TEXTS)));
      case 6 -> element(out, "cors", () -> element(out, "allowed-origins", () -> misc(out)));
      case 7 -> element(out, "retry", () -> policies(out, depth - 1));
      case 8 -> element(out, "send-request", () -> policies(out, depth - 1));
      default ->
          element(
              out,
              "choose",
              () -> {
                misc(out);
                element(out, "when", () -> policies(out, depth - 1));
                misc(out);
                element(out, "otherwise", () -> policies(out, depth - 1));
              });
    }
  }

  private void values(StringBuilder out) {
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      misc(out);
      element(out, chance(90) ? "value" : "valeu", () -> out.append(one(TEXTS)));
    }
    misc(out);
  }

  private void element(StringBuilder out, String name, Runnable content) {
    out.append('<').append(name);
    int attributes = random.nextInt(4);
    for (int i = 0; i < attributes; i++) {
      String attribute = List.of("name", "value", "condition", "x").get(i);
      out.append(one(TAG_SPACES)).append(attribute);
      out.append(chance(80) ? "=" : " =\n ");
      if (chance(30)) {
        out.append('"').append(one(CODE)).append('"');
      } else {
        String value = one(VALUES);
        char quote = chance(50) && value.indexOf('\'') < 0 ? '\'' : '"';
        out.append(quote).append(value).append(quote);
      }
    }
    out.append(chance(50) ? "" : one(TAG_SPACES));
    if (chance(20)) {
      out.append("/>");
      return;
    }
    out.append('>');
    content.run();
    out.append("</").append(name).append(chance(80) ? ">" : "\n>");
  }

  private void misc(StringBuilder out) {
    out.append(one(SPACES));
    while (chance(20)) {
      out.append(one(COMMENTS)).append(one(SPACES));
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
