package dev.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says whether a whole answer is the right one. */
final class AnswerJudge {
  private static final int SHOWN_BYTES = 200;
  private static final Pattern QUERY = Pattern.compile("\"query\":\"[^\"]*");

  private final TrialScript script;

  AnswerJudge(TrialScript script) {
    this.script = script;
  }

  boolean looksAtBody(int template) {
    return script.matchers[template] != BodyMatcher.ANYTHING;
  }

  /**
   * Null when it is right.
   *
   * @param id the drawn number of the request
   */
  @Nullable ErrorKind fault(int template, int id, ResponseParser response) {
    if (!script.statusAllowed[template][response.status()]) {
      return ErrorKind.STATUS;
    }
    boolean right =
        script.matchers[template].matches(
            response.body(), response.keptLength(), response.bodyLength(), id);
    return right ? null : ErrorKind.BODY;
  }

  /** What is wrong, for a reader. */
  String detail(int template, ResponseParser response, ErrorKind fault) {
    return fault == ErrorKind.STATUS
        ? "status " + response.status()
        : wrongBody(template, response);
  }

  private String wrongBody(int template, ResponseParser response) {
    int shown = Math.min(response.keptLength(), SHOWN_BYTES);
    return "body of "
        + response.bodyLength()
        + " bytes is not what "
        + script.template(template).check()
        + " wants: "
        + withoutQueryValues(new String(response.body(), 0, shown, UTF_8));
  }

  /** An echo shows the query that reached the backend, whose values may be credentials. */
  private static String withoutQueryValues(String echo) {
    return QUERY
        .matcher(echo)
        .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("=[^&\"]*", "=…")));
  }
}
