package dev.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values as RFC 4180 has them; lines may end with LF alone, blank lines are left
 * out.
 */
final class CsvFile {
  private static final long MOST_BYTES = 64L << 20;

  private final String text;
  private final Path file;
  private int at;
  private int line = 1;

  private CsvFile(String text, Path file) {
    this.text = text;
    this.file = file;
  }

  static List<List<String>> read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw new IllegalArgumentException(file + " has " + size + " bytes, more than 64 MiB");
    }
    try {
      String text = Files.readString(file, UTF_8);
      return new CsvFile(text.startsWith("\uFEFF") ? text.substring(1) : text, file).records();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not UTF-8", e);
    }
  }

  private List<List<String>> records() {
    List<List<String>> records = new ArrayList<>();
    while (at < text.length()) {
      int startLine = line;
      List<String> record = record();
      if (record.size() == 1 && record.get(0).isEmpty()) {
        continue;
      }
      if (!records.isEmpty() && record.size() != records.get(0).size()) {
        throw new IllegalArgumentException(
            file
                + " line "
                + startLine
                + " has "
                + record.size()
                + " values for "
                + records.get(0).size()
                + " columns");
      }
      if (records.size() > Parameters.MOST_ROWS) {
        throw new IllegalArgumentException(file + " has more than 100,000 rows");
      }
      records.add(record);
    }
    return records;
  }

  private List<String> record() {
    List<String> record = new ArrayList<>();
    while (true) {
      record.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        continue;
      }
      endOfLine();
      return record;
    }
  }

  private void endOfLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at == text.length()) {
      return;
    }
    if (text.charAt(at) != '\n') {
      throw new IllegalArgumentException(
          file + " line " + line + " has text between a closing quote and the next comma");
    }
    at++;
    line++;
  }

  private String plain() {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    int startLine = line;
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' && (at == text.length() || text.charAt(at) != '"')) {
        return value.toString();
      }
      if (c == '"') {
        at++;
      } else if (c == '\n') {
        line++;
      }
      value.append(c);
    }
    throw new IllegalArgumentException(file + " line " + startLine + " opens a quote for good");
  }
}
