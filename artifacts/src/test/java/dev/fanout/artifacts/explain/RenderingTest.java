package dev.fanout.artifacts.explain;

import static dev.fanout.artifacts.explain.EstateBuilder.inbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.SampleEstates;
import dev.fanout.policies.model.SectionName;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A case is a folder in {@code golden/}: query.txt with the options of {@code fanout explain} on
 * the extract among the sample estates, and what is shown as expected.txt, expected.html and
 * expected.json, whichever are there.
 */
final class RenderingTest {
  private static final Pattern STYLE = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> shows() throws IOException, URISyntaxException {
    Estate estate = EstateReader.read(SampleEstates.extract()).orThrow();
    Path root = Path.of(Objects.requireNonNull(RenderingTest.class.getResource("golden")).toURI());
    try (Stream<Path> folders = Files.list(root)) {
      List<Path> all = folders.sorted().toList();
      assertThat(all).isNotEmpty();
      return all.stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString().replace('-', ' '),
                      () -> check(estate, folder)));
    }
  }

  private static void check(Estate estate, Path folder) throws IOException {
    ExplainQuery query = query(Files.readString(folder.resolve("query.txt")));
    Explanation explanation =
        new PolicyExplainer().explain(ExplainTarget.find(estate, query), query.sections());
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("expected.txt", TextExplanation.render(explanation));
    shown.put("expected.html", HtmlExplanation.render(explanation));
    shown.put("expected.json", JsonExplanation.render(explanation));
    int compared = 0;
    for (Map.Entry<String, String> one : shown.entrySet()) {
      Path expected = folder.resolve(one.getKey());
      if (Files.exists(expected)) {
        assertThat(one.getValue()).as(expected.toString()).isEqualTo(Files.readString(expected));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  private static ExplainQuery query(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    List<String> words = new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
    for (int i = 0; i < words.size(); i += 2) {
      options.put(words.get(i), words.get(i + 1));
    }
    return new ExplainQuery(
        options.getOrDefault("--api", ""),
        Optional.ofNullable(options.get("--operation")),
        Optional.ofNullable(options.get("--product")),
        Optional.ofNullable(options.get("--workspace")),
        Optional.ofNullable(options.get("--section")).flatMap(SectionName::of).stream().toList());
  }

  @Nested
  class AFileThatMeansHarm {
    private final Explanation explanation =
        new EstateBuilder()
            .namedValue("n", "<img src=x onerror=alert(1)>", false)
            .api(
                inbound(
                    "<set-header name=\"&lt;script>\"><value>{{n}}</value></set-header>"
                        + "<!-- </style><script>alert(1)</script> \u202E\u001B[2J -->"
                        + "<set-backend-service backend-id=\"'&quot;&lt;svg/onload=x>\" />"))
            .explain();

    @Test
    void stays_text_on_the_page() {
      String page = HtmlExplanation.render(explanation);
      assertThat(page.replace("<style>", "").replace("</style>", ""))
          .doesNotContain("<script", "<img", "<svg", "</style", "\u202E", "\u001B");
      assertThat(page).contains("&lt;script&gt;alert(1)").contains("&lt;img src=x");
    }

    @Test
    void cannot_steer_the_terminal() {
      assertThat(TextExplanation.render(explanation))
          .doesNotContain("\u202E", "\u001B")
          .contains("\\u202e\\u001b[2J");
    }
  }

  @Nested
  class ThePage {
    private final String page =
        HtmlExplanation.render(new EstateBuilder().api(inbound("<cors />")).explain());

    @Test
    void loads_nothing_and_runs_nothing() {
      assertThat(page)
          .doesNotContainIgnoringCase("<script")
          .doesNotContainIgnoringCase("<link")
          .doesNotContainIgnoringCase("<img")
          .doesNotContain("url(", "@import", " style=", " onclick", "http://")
          .contains("content=\"default-src 'none'; style-src 'sha256-");
    }

    @Test
    void allows_its_style_by_the_right_hash() throws Exception {
      Matcher style = STYLE.matcher(page);
      assertThat(style.find()).isTrue();
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(page)
          .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void closes_what_it_opens() {
      for (String tag :
          new String[] {"div", "span", "section", "details", "ul", "ol", "li", "code", "p"}) {
        assertThat(count("<" + tag + "[ >]")).as(tag).isEqualTo(count("</" + tag + ">"));
      }
    }

    private long count(String pattern) {
      return Pattern.compile(pattern).matcher(page).results().count();
    }
  }

  @Test
  void json_says_which_file_and_line_each_line_is_from() throws Exception {
    JsonNode root =
        new ObjectMapper()
            .readTree(
                JsonExplanation.render(
                    new EstateBuilder()
                        .fragment("f", "<cors />")
                        .api(inbound("<include-fragment fragment-id=\"f\" />"))
                        .explain()));
    assertThat(root.path("schema").asInt()).isEqualTo(1);
    JsonNode include = root.path("sections").get(0).path("lines").get(0);
    assertThat(include.path("file").asText()).isEqualTo("apis/a/policy.xml");
    assertThat(include.path("line").asInt()).isEqualTo(4);
    assertThat(include.at("/fragment/lines/0/text").asText()).isEqualTo("<cors />");
    assertThat(include.at("/fragment/lines/0/file").asText())
        .isEqualTo("policy fragments/f/policy.xml");
  }
}
