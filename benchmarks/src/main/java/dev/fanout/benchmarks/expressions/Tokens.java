package dev.fanout.benchmarks.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A token's subject with Jackson and the JDK's base64. */
final class Tokens {
  /** Nobody has signed it. */
  static final String EXAMPLE =
      base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
          + "."
          + base64(
              "{\"iss\":\"https://login.example/\",\"sub\":\"ada\",\"aud\":\"api://orders\","
                  + "\"exp\":1790000000,\"roles\":[\"reader\",\"writer\"]}")
          + "."
          + base64("signature");

  private static final String BEARER = "Bearer ";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Tokens() {}

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Null for what is no token: three parts, the first two of them JSON objects. */
  static @Nullable String subject(String header) {
    String[] parts =
        (header.startsWith(BEARER) ? header.substring(BEARER.length()) : header).split("\\.");
    if (parts.length != 3) {
      return null;
    }
    try {
      JsonNode head = json(parts[0]);
      JsonNode claims = json(parts[1]);
      JsonNode subject = claims.get("sub");
      return !head.has("alg") || subject == null ? null : subject.asText();
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private static JsonNode json(String part) throws IOException {
    return JSON.readTree(Base64.getUrlDecoder().decode(part));
  }
}
