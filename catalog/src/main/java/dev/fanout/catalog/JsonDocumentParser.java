package dev.fanout.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON, one value and nothing after it. */
final class JsonDocumentParser {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DataDocument.DEEPEST).build())
          .build();

  private final SourceText source;
  private final String code;

  JsonDocumentParser(SourceText source, String code) {
    this.source = source;
    this.code = code;
  }

  DataDocument parse() {
    try (JsonParser parser = FACTORY.createParser(source.text())) {
      if (parser.nextToken() == null) {
        return new DataDocument(Optional.empty(), List.of());
      }
      DataNode root = value(parser);
      if (parser.nextToken() != null) {
        return DataDocument.broken(
            Issue.error(code, here(parser), "not JSON: something follows the value"));
      }
      return DataDocument.of(root);
    } catch (JsonProcessingException e) {
      int offset = e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getCharOffset());
      int start = Math.min(offset, source.length());
      return DataDocument.broken(
          Issue.error(
              code,
              source.span(start, Math.min(source.length(), start + 1)),
              "not JSON: " + e.getOriginalMessage().strip().replaceAll("\\s+", " ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataNode value(JsonParser parser) throws IOException {
    int start = offset(parser);
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        List<DataNode.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          SourceSpan keySpan = here(parser);
          parser.nextToken();
          entries.add(new DataNode.Entry(key, keySpan, value(parser)));
        }
        return new DataNode.Mapping(source.span(start, offset(parser) + 1), entries);
      }
      case START_ARRAY -> {
        List<DataNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        return new DataNode.Sequence(source.span(start, offset(parser) + 1), items);
      }
      default -> {
        String text = parser.getText();
        return new DataNode.Scalar(here(parser), kind(parser.currentToken()), text);
      }
    }
  }

  private static DataNode.ScalarKind kind(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> DataNode.ScalarKind.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> DataNode.ScalarKind.BOOLEAN;
      case VALUE_NULL -> DataNode.ScalarKind.NULL;
      default -> DataNode.ScalarKind.TEXT;
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
