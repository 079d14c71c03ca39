package dev.fanout.gateway.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every conversation of {@code http-cases}; adding one needs no Java. */
class HttpCaseTest {
  private static final Path CASES = Path.of("src/test/resources/http-cases");

  @TestFactory
  List<DynamicTest> every_conversation_goes_as_written() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.toString().endsWith(".case"))
          .sorted()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      CASES.relativize(file).toString(), () -> HttpCase.read(file).run()))
          .toList();
    }
  }
}
