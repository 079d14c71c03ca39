package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documents of any length out of one repeated piece, whole ones and the worst of broken ones. */
public final class PolicyShapes {
  private static final String HEADER =
      "<set-header name=\"x\" exists-action=\"override\">\n"
          + "<value>@(context.Request.Headers[\"a\"].Length < 1)</value></set-header>\n";

  private PolicyShapes() {}

  /** The pieces by the name of their shape. */
  public static Map<String, String> pieces() {
    Map<String, String> pieces = new LinkedHashMap<>();
    pieces.put("policies", HEADER);
    pieces.put("escaped expressions", "<a b=\"@(c[&quot;d&quot;] &lt; 1)\" />");
    pieces.put("text", "word &amp; word\n");
    pieces.put("interpolations", "<a b=\"${c[\"d\"]}-{{e}}\" />");
    pieces.put("attributes that never end", " a=\"@(b");
    pieces.put("expressions that never end", "<a>@(b");
    pieces.put("blocks that never end", "<a>@{ \"");
    pieces.put("tags that never end", "<a b=\"c\" ");
    pieces.put("tags without an end tag", "<a/><b>x</c>");
    pieces.put("end tags of nothing", "</a>");
    pieces.put("comments that never end", "<!-- a\n");
    pieces.put("CDATA that never ends", "<![CDATA[ a\n");
    pieces.put("instructions that never end", "<? a\n");
    pieces.put("bare less-than", "a < b ");
    pieces.put("bare ampersands", "a & &x; &#0; ");
    pieces.put("open interpolations", "<a b=\"${");
    pieces.put("values without quotes", "<a b=c d=@(e) f=g\" h=@(i)\" />");
    pieces.put("values without any quote", " a=b");
    pieces.put("values without an opening quote", "<a b=@(c[\"d\"])\" e=f g\" ");
    pieces.put("values without a closing quote", "<a b=\"@(c) d='@(e) f=\"g />");
    pieces.put("DOCTYPEs", "<!DOCTYPE [ <");
    return pieces;
  }

  /** A document of about {@code length} characters. */
  public static String document(String piece, int length) {
    return "<fragment>" + piece.repeat(Math.max(1, length / piece.length())) + "</fragment>";
  }

  /** How many characters the parser looks at in this text, whatever its length. */
  public static long steps(String text) {
    DocumentParser parser = new DocumentParser(SourceText.of("policy.xml", text), text.length());
    if (!parser.parse().tree().text().equals(text)) {
      throw new AssertionError("another text");
    }
    return parser.steps();
  }
}
