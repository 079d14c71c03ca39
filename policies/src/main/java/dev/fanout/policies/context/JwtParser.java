package dev.fanout.policies.context;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the compact form of RFC 7515: header, payload and signature in base64url, with dots between
 * them. Nothing is verified.
 */
final class JwtParser {
  private static final String BEARER = "bearer ";

  /** Longer texts are no header's value. */
  private static final int LONGEST = 1 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build();

  private JwtParser() {}

  static Optional<ApimJwt> parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    String token = text.strip();
    if (token.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      token = token.substring(BEARER.length()).strip();
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Map<String, List<String>> header = members(decoded(parts[0]));
      Map<String, List<String>> payload = members(decoded(parts[1]));
      decoded(parts[2]);
      String algorithm = first(header, "alg");
      return algorithm == null
          ? Optional.empty()
          : Optional.of(ApimJwt.of(algorithm, first(header, "typ"), payload));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  private static @Nullable String first(Map<String, List<String>> members, String name) {
    List<String> values = members.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** An array gives several values; one that is an object or an array itself is JSON text. */
  private static Map<String, List<String>> members(byte[] json) throws IOException {
    Map<String, List<String>> members = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not an object");
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        List<String> values = members.computeIfAbsent(parser.currentName(), n -> new ArrayList<>());
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(text(parser));
          }
        } else {
          values.add(text(parser));
        }
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("something follows the object");
      }
    }
    return members;
  }

  private static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    if (!parser.currentToken().isStructStart()) {
      return parser.getText();
    }
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(out)) {
      generator.copyCurrentStructure(parser);
    }
    return out.toString();
  }
}
