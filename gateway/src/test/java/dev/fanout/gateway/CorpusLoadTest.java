package dev.fanout.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.trace.RequestTracer;
import dev.fanout.gateway.trace.Trace;
import dev.fanout.gateway.trace.TraceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What people really write, run with what is not supported left out. */
class CorpusLoadTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/policies");

  @Test
  void no_document_of_the_corpus_finds_a_bug_in_the_pipeline(TestReporter reporter)
      throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "no ../shared");
    List<Path> documents;
    try (Stream<Path> all = Files.walk(CORPUS)) {
      documents = all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    int whole = 0;
    for (Path document : documents) {
      Map<String, byte[]> files = TestEstates.plainFiles("a", "http://upstream.test");
      files.put("apis/plain/policy.xml", Files.readAllBytes(document));
      Estate estate = EstateReader.read(files).estate();
      RequestTracer tracer =
          new RequestTracer(estate, CompileOptions.STRICT.withAllowUnsupported(true));
      whole += tracer.skipped().isEmpty() ? 1 : 0;
      for (TraceRequest request : requests()) {
        Trace trace = tracer.trace(request);
        assertThat(trace.status()).as(document.toString()).isBetween(200, 599);
        assertThat(trace.error().map(error -> error.reason()).orElse(""))
            .as(document + " " + request)
            .isNotEqualTo("InternalError");
      }
    }
    assertThat(documents).hasSizeGreaterThan(100);
    reporter.publishEntry(whole + " of " + documents.size() + " corpus documents run whole");
  }

  private static List<TraceRequest> requests() {
    return List.of(
        TraceRequest.of("GET", "/a/resource/1?x=1&x=2&y"),
        TraceRequest.of("POST", "/a/resource/1")
            .withHeader("Content-Type", "application/json")
            .withHeader("Authorization", "Bearer a.b.c")
            .withBody("{\"a\": 1}".getBytes(StandardCharsets.UTF_8)),
        TraceRequest.of("DELETE", "/a/resource/1"));
  }
}
