package dev.fanout.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanout.artifacts.EstateReader;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.trace.RequestTracer;
import dev.fanout.gateway.trace.Trace;
import dev.fanout.gateway.trace.TraceRequest;
import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.format.PolicyFormatter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people really write does the same when it is formatted, and in both formats. */
class FormattedPoliciesTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/policies");

  /** What makes random values, or tells the time. */
  private static final Pattern NOT_THE_SAME_TWICE =
      Pattern.compile("DateTime|Guid|Random|Stopwatch|RequestId|\\.Timestamp|\\.Elapsed");

  @Test
  void a_formatted_document_does_what_it_did() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "no ../shared");
    List<Path> documents;
    try (Stream<Path> all = Files.walk(CORPUS)) {
      documents = all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    int compared = 0;
    for (Path document : documents) {
      SourceText source = SourceText.of(document.toString(), Files.readString(document));
      if (NOT_THE_SAME_TWICE.matcher(source.text()).find()) {
        continue;
      }
      List<String> answers = answers(source.text());
      if (!answers.equals(answers(source.text()))) {
        continue; // An error body has an activity id.
      }
      compared++;
      assertThat(answers(PolicyFormatter.format(source).text())).isEqualTo(answers);
      for (PolicyFormat format : PolicyFormat.values()) {
        assertThat(answers(PolicyFormatter.format(source, format).text()))
            .as("%s as %s", document, format)
            .isEqualTo(answers);
      }
    }
    assertThat(compared).isGreaterThan(documents.size() / 2);
  }

  private static List<String> answers(String policy) {
    Map<String, byte[]> files = TestEstates.plainFiles("a", "http://upstream.test");
    files.put("apis/plain/policy.xml", policy.getBytes(StandardCharsets.UTF_8));
    RequestTracer tracer =
        new RequestTracer(
            EstateReader.read(files).estate(), CompileOptions.STRICT.withAllowUnsupported(true));
    return Stream.of(
            TraceRequest.of("GET", "/a/resource/1?x=1&x=2&y"),
            TraceRequest.of("POST", "/a/resource/1")
                .withHeader("Content-Type", "application/json")
                .withHeader("Authorization", "Bearer a.b.c")
                .withBody("{\"a\": 1}".getBytes(StandardCharsets.UTF_8)))
        .map(request -> tracer.skipped().size() + " left out, " + text(tracer.trace(request)))
        .toList();
  }

  private static String text(Trace trace) {
    StringBuilder text = new StringBuilder();
    trace
        .calls()
        .forEach(
            call ->
                text.append(call)
                    .append(' ')
                    .append(call.headers())
                    .append(' ')
                    .append(call.bodyBytes())
                    .append('\n'));
    text.append(trace.status()).append(' ').append(trace.reason()).append('\n');
    text.append(trace.responseHeaders()).append('\n');
    text.append(new String(trace.responseBody(), StandardCharsets.UTF_8)).append('\n');
    trace
        .error()
        .ifPresent(
            error ->
                text.append(error.source())
                    .append(' ')
                    .append(error.reason())
                    .append(' ')
                    .append(error.path()));
    return text.toString();
  }
}
