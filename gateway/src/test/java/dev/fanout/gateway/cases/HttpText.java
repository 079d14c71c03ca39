package dev.fanout.gateway.cases;

import dev.fanout.gateway.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A message as a file has it: first line, fields, an empty line, body. */
record HttpText(String firstLine, HttpHeaders headers, byte[] body) {

  static HttpText read(Path file) throws IOException {
    String text = Files.readString(file);
    int blank = text.indexOf("\n\n");
    String head = blank < 0 ? text.stripTrailing() : text.substring(0, blank);
    String body = blank < 0 ? "" : text.substring(blank + 2);
    if (body.endsWith("\n")) {
      body = body.substring(0, body.length() - 1);
    }
    List<String> lines = head.lines().toList();
    HttpHeaders headers = new HttpHeaders();
    for (String line : lines.subList(1, lines.size())) {
      String[] field = line.split(":", 2);
      headers.add(field[0], field[1].strip());
    }
    return new HttpText(lines.get(0), headers, body.getBytes(StandardCharsets.UTF_8));
  }

  static String print(String firstLine, HttpHeaders headers, byte[] body) {
    StringBuilder out = new StringBuilder(firstLine).append('\n');
    headers.forEach((name, value) -> out.append(name).append(": ").append(value).append('\n'));
    if (body.length > 0) {
      out.append('\n').append(new String(body, StandardCharsets.UTF_8)).append('\n');
    }
    return out.toString();
  }
}
