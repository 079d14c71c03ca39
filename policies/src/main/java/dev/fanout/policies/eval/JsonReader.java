package dev.fanout.policies.eval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON value of standard JSON and nothing after it; every name once in its object. */
final class JsonReader {
  /** Also the deepest that a body or a variable may be in an expression. */
  private static final int DEEPEST = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private final SourceText source;

  private JsonReader(SourceText source) {
    this.source = source;
  }

  /**
   * @throws IssueException EVAL_NOT_JSON, with its place
   */
  static Json read(SourceText source) {
    return new JsonReader(source).whole();
  }

  private Json whole() {
    try (JsonParser parser = FACTORY.createParser(source.text())) {
      if (parser.nextToken() == null) {
        throw broken(source.span(), "not JSON: the text is empty");
      }
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw broken(here(parser), "not JSON: something follows the value");
      }
      return value;
    } catch (JsonProcessingException e) {
      int offset = e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getCharOffset());
      int start = Math.min(offset, source.length());
      String message = e.getOriginalMessage().strip().replaceAll("\\s+", " ");
      throw broken(
          source.span(start, Math.min(source.length(), start + 1)), "not JSON: " + message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IssueException broken(SourceSpan span, String message) {
    return new IssueException(List.of(Issue.error("EVAL_NOT_JSON", span, message)));
  }

  private Json value(JsonParser parser) throws IOException {
    int start = offset(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          SourceSpan place = here(parser);
          parser.nextToken();
          members.put(name, new Json.Member(place, value(parser)));
        }
        yield new Json.Members(members, source.span(start, offset(parser) + 1));
      }
      case START_ARRAY -> {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield new Json.Items(items, source.span(start, offset(parser) + 1));
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(parser.getText(), here(parser));
      case VALUE_TRUE -> new Json.Flag(true, here(parser));
      case VALUE_FALSE -> new Json.Flag(false, here(parser));
      case VALUE_NULL -> new Json.Null(here(parser));
      default -> {
        // The text ends where the parser stands after it was read.
        String text = parser.getText();
        yield new Json.Text(text, here(parser));
      }
    };
  }

  private SourceSpan here(JsonParser parser) {
    int start = offset(parser);
    int end = (int) Math.max(start, parser.currentLocation().getCharOffset());
    return source.span(start, Math.min(source.length(), end));
  }

  private int offset(JsonParser parser) {
    return (int)
        Math.max(0, Math.min(source.length(), parser.currentTokenLocation().getCharOffset()));
  }
}
