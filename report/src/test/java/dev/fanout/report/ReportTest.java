package dev.fanout.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {
  private static final String HOSTILE = "<script>alert(1)</script>";

  private static List<Verdict> all() {
    return Fixtures.NAMES.stream().map(Fixtures::verdict).toList();
  }

  private static String terminal(Verdict verdict) {
    return new TerminalReport(TerminalStyle.PLAIN).render(verdict);
  }

  /** Without what is the same in every page. */
  static String withoutParts(String page) {
    return page.replace(PageParts.policy(), "")
        .replace(PageParts.SCRIPT, "")
        .replace(PageParts.STYLE, "");
  }

  private static long pictures(Document document) {
    NodeList all = document.getElementsByTagName("svg");
    return java.util.stream.IntStream.range(0, all.getLength())
        .filter(i -> ((Element) all.item(i)).getAttribute("class").equals("interval"))
        .count();
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  @Nested
  class EveryForm {
    /** The five words of a verdict, wherever they stand, have the scope in the same line. */
    @Test
    void shows_a_verdict_word_only_with_its_scope() {
      Pattern word = Pattern.compile("EQUIVALENT|DIFFERENT|INCONCLUSIVE|NOT ENOUGH DATA|WITHHELD");
      for (Verdict verdict : all()) {
        for (Report.Form form : Report.Form.values()) {
          if (form != Report.Form.JSON) {
            assertScoped(word, verdict, form.render(Reported.of(verdict)));
          }
        }
        assertScoped(word, verdict, terminal(verdict));
      }
    }

    private void assertScoped(Pattern word, Verdict verdict, String text) {
      for (String line : text.split("\n")) {
        if (word.matcher(line).find()) {
          assertThat(line).contains(verdict.run().scope().sentence());
        }
      }
    }

    @Test
    void says_partial_estate_and_names_the_policy() {
      Verdict verdict = Fixtures.verdict("partial-estate");
      for (Report.Form form : Report.Form.values()) {
        assertThat(form.render(Reported.of(verdict)))
            .as(form.fileName())
            .contains("partial estate");
      }
      assertThat(MarkdownReport.render(Reported.of(verdict))).contains("rate-limit-by-key");
      assertThat(terminal(verdict)).contains("EQUIVALENT, local model, partial estate");
    }

    @Test
    void says_exploratory_with_other_margins() {
      Run run = RunReader.read(Fixtures.folder("equivalent"));
      List<Row> wider =
          run.plan().rows().stream().map(row -> row.withMargin(row.margin() * 2)).toList();
      Verdict verdict = Judge.judge(run, wider);

      for (Report.Form form : Report.Form.values()) {
        assertThat(form.render(Reported.of(verdict))).as(form.fileName()).contains("exploratory");
      }
      assertThat(terminal(verdict)).contains("exploratory: EQUIVALENT, local model");
      assertThat(JUnitReport.render(verdict)).contains("failures=\"1\"");
    }

    @Test
    void shows_both_upstream_requests_when_they_differ() {
      Verdict verdict = Fixtures.verdict("withheld");
      String a = "127.0.0.1:7071/api/echo/api/echo/svc02/v1/resource/1";
      String b = "127.0.0.1:7071/api/echo/svc02/v1/resource/1";

      for (String text :
          List.of(
              MarkdownReport.render(Reported.of(verdict)),
              HtmlReport.render(Reported.of(verdict)),
              JsonReport.render(Reported.of(verdict)),
              terminal(verdict))) {
        assertThat(text).contains(a).contains(b);
      }
    }

    @Test
    void of_a_withheld_run_says_equivalent_of_no_row() {
      Verdict verdict = Fixtures.verdict("withheld");

      assertThat(MarkdownReport.render(Reported.of(verdict))).doesNotContain("| equivalent |");
      assertThat(terminal(verdict)).doesNotContain("equivalent");
      assertThat(JsonReport.render(Reported.of(verdict)))
          .doesNotContain("\"state\" : \"equivalent\"");
    }

    @Test
    void repeats_with_the_seed_that_was_drawn() {
      assertThat(terminal(Fixtures.verdict("equivalent")))
          .contains("fanout bench --plan quick --seed 7");
    }

    @Test
    void lets_no_name_become_markup_or_an_escape_sequence() {
      Verdict verdict = Fixtures.verdict("withheld");

      assertThat(HtmlReport.render(Reported.of(verdict)))
          .doesNotContain(HOSTILE)
          .contains("&lt;script&gt;");
      assertThat(MarkdownReport.render(Reported.of(verdict))).doesNotContain(HOSTILE);
      for (Report.Form form : Report.Form.values()) {
        assertThat(form.render(Reported.of(verdict))).as(form.fileName()).doesNotContain("\u001b");
      }
      assertThat(terminal(verdict)).doesNotContain("\u001b");
    }
  }

  @Nested
  class Escaping {
    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        value = {
          "a|b              ~ a&#124;b",
          "*x* _y_          ~ &#42;x&#42; &#95;y&#95;",
          "<b>              ~ &#60;b&#62;",
          "[x](y)           ~ &#91;x&#93;(y)",
          "`code`           ~ &#96;code&#96;",
          "p95 at 60%, ±1ms ~ p95 at 60%, ±1ms",
        })
    void for_markdown(String text, String expected) {
      assertThat(Escape.markdown(text)).isEqualTo(expected);
    }

    @Test
    void for_markdown_keeps_a_row_on_one_line() {
      assertThat(Escape.markdown("a\nb\r\nc")).isEqualTo("a b  c");
    }

    @Test
    void for_markup_covers_attributes_and_what_xml_forbids() {
      assertThat(Escape.markup("<a b=\"c\" d='e'>&\u0000\uD800"))
          .isEqualTo("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\uFFFD\uFFFD");
    }

    @Test
    void for_a_terminal_covers_control_and_direction_characters() {
      assertThat(Escape.terminal("a\u001b[31m\u009b\u202eb\n"))
          .isEqualTo("a\uFFFD[31m\uFFFD\uFFFDb\uFFFD");
    }
  }

  @Nested
  class Html {
    @Test
    void needs_nothing_from_anywhere() {
      Pattern load =
          Pattern.compile(
              "(?i)\\s(src|srcset|action|data|style|on[a-z]+)\\s*=|\\shref\\s*=\\s*\"[^#]"
                  + "|@import|<link|<iframe|<object|<img");
      for (Verdict verdict : all()) {
        Matcher found = load.matcher(withoutParts(HtmlReport.render(Reported.of(verdict))));
        assertThat(found.find()).isFalse();
      }
      assertThat(PageParts.STYLE).doesNotContain("url(", "@import");
    }

    @Test
    void lets_only_its_own_script_and_style_run() throws Exception {
      String page = HtmlReport.render(Reported.of(Fixtures.verdict("equivalent")));
      String script = between(page, "<script>", "</script>");
      String style = between(page, "<style>", "</style>");

      assertThat(page)
          .contains("default-src 'none'")
          .contains("script-src '" + digest(script) + "'")
          .contains("style-src '" + digest(style) + "'")
          .doesNotContain("unsafe-");
      assertThat(page.split("<script")).as("data and code").hasSize(3);
    }

    private String between(String text, String start, String end) {
      int from = text.indexOf(start) + start.length();
      return text.substring(from, text.indexOf(end, from));
    }

    private String digest(String text) throws Exception {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }

    @Test
    void lets_no_name_end_the_data(@TempDir Path folder) throws IOException {
      String page = HtmlReport.render(SyntheticFolder.write("equivalent-default", folder));

      assertThat(page).doesNotContain(SyntheticFolder.HOSTILE);
      assertThat(between(page, "id=\"figures\">", "</script>"))
          .contains("\\u003cscript\\u003ealert(1)")
          .doesNotContain("<");
    }

    /** The page is also well-formed XML but for its void elements. */
    @Test
    void is_well_formed() throws Exception {
      for (Verdict verdict : all()) {
        String page =
            withoutParts(HtmlReport.render(Reported.of(verdict)))
                .replace("<!DOCTYPE html>", "")
                .replaceAll("<meta([^>]*)>", "<meta$1/>");
        Document document = xml(page);
        assertThat(pictures(document)).isEqualTo(verdict.rows().size());
        assertThat(document.getElementsByTagName("h1").item(0).getTextContent())
            .isEqualTo(verdict.scopedWord());
      }
    }

    @Test
    void says_each_picture_in_words() throws Exception {
      String page = HtmlReport.render(Reported.of(Fixtures.verdict("different-p95")));

      assertThat(page)
          .containsPattern(
              "aria-label=\"p95 at 60%: A − B −1\\.\\d{3} ms, interval .* margin ± 0\\.5 ms, different, local model\"");
    }

    @Test
    void draws_the_interval_where_it_is() {
      Verdict verdict = Fixtures.verdict("equivalent");
      var row = verdict.rows().get(0);
      double margin = row.row().margin();
      double low = row.look().interval().orElseThrow().low();

      assertThat(IntervalPicture.svg(row, "x"))
          .as("480 wide, 4 margins across")
          .contains(
              String.format(
                  java.util.Locale.ROOT, "class=\"bar\" x=\"%.1f\"", 240 + 120 * low / margin));
    }

    @Test
    void stays_small(@TempDir Path folder) throws IOException {
      String page = HtmlReport.render(SyntheticFolder.write("equivalent-default", folder));

      assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(300_000);
    }
  }

  @Nested
  class Json {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void is_valid_by_its_schema() throws IOException {
      Schema schema;
      try (InputStream in =
          Objects.requireNonNull(JsonReport.class.getResourceAsStream("report.schema.json"))) {
        schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      for (Verdict verdict : all()) {
        assertThat(schema.validate(JsonReport.render(Reported.of(verdict)), InputFormat.JSON))
            .isEmpty();
      }
      String wrong =
          JsonReport.render(Reported.of(all().get(0))).replace("local model", "everywhere");
      assertThat(schema.validate(wrong, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void carries_the_scope_beside_every_state() throws IOException {
      for (Verdict verdict : all()) {
        JsonNode root = mapper.readTree(JsonReport.render(Reported.of(verdict)));
        String scope = verdict.run().scope().sentence();
        assertThat(root.at("/verdict/scope").asText()).isEqualTo(scope);
        assertThat(root.at("/verdict/text").asText()).contains(scope);
        root.get("rows").forEach(row -> assertThat(row.get("scope").asText()).startsWith(scope));
      }
    }

    @Test
    void keeps_numbers_unrounded() throws IOException {
      Verdict verdict = Fixtures.verdict("equivalent");
      JsonNode row = mapper.readTree(JsonReport.render(Reported.of(verdict))).at("/rows/0");

      assertThat(row.at("/interval/low").asDouble())
          .isEqualTo(verdict.rows().get(0).look().interval().orElseThrow().low());
      assertThat(row.get("differences")).hasSize(6);
    }

    @Test
    void has_no_interval_where_there_is_none() throws IOException {
      JsonNode root =
          mapper.readTree(JsonReport.render(Reported.of(Fixtures.verdict("not-enough-data"))));

      root.get("rows").forEach(row -> assertThat(row.has("interval")).isFalse());
      root.get("rows").forEach(row -> assertThat(row.has("standardDeviation")).isFalse());
      assertThat(root.at("/publishedRule/isVerdict").asBoolean(true)).isFalse();
    }
  }

  @Nested
  class JUnit {
    private Map<String, Integer> counts(String name) throws Exception {
      Document document = xml(JUnitReport.render(Fixtures.verdict(name)));
      Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
      NodeList cases = document.getElementsByTagName("testcase");
      assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases.getLength()));
      for (String kind : List.of("failure", "error", "skipped")) {
        assertThat(document.getElementsByTagName(kind).getLength())
            .isEqualTo(
                Integer.parseInt(suite.getAttribute(kind.equals("skipped") ? kind : kind + "s")));
      }
      return Map.of(
          "failures", Integer.parseInt(suite.getAttribute("failures")),
          "errors", Integer.parseInt(suite.getAttribute("errors")),
          "skipped", Integer.parseInt(suite.getAttribute("skipped")));
    }

    @Test
    void passes_when_equivalent() throws Exception {
      assertThat(counts("equivalent")).isEqualTo(Map.of("failures", 0, "errors", 0, "skipped", 0));
    }

    @Test
    void fails_the_verdict_and_the_row_that_differs() throws Exception {
      assertThat(counts("different-p95"))
          .isEqualTo(Map.of("failures", 2, "errors", 0, "skipped", 0));
    }

    @Test
    void fails_the_verdict_and_skips_open_rows() throws Exception {
      assertThat(counts("inconclusive").get("failures")).isEqualTo(1);
      assertThat(counts("inconclusive").get("skipped")).isPositive();
    }

    @Test
    void is_in_error_when_withheld() throws Exception {
      assertThat(counts("withheld")).isEqualTo(Map.of("failures", 0, "errors", 2, "skipped", 4));
    }
  }

  @Nested
  class Terminal {
    private final Verdict verdict = Fixtures.verdict("equivalent");

    @Test
    void says_the_sentence_first() {
      assertThat(terminal(verdict).strip()).startsWith(verdict.headline());
    }

    @Test
    void aligns_its_rows() {
      List<String> rows =
          terminal(verdict).lines().filter(line -> line.endsWith("  equivalent")).toList();

      assertThat(rows).hasSize(4);
      assertThat(rows.stream().map(String::length).distinct()).hasSize(1);
    }

    @Test
    void leaves_the_bars_out_where_there_is_no_room() {
      String narrow = new TerminalReport(new TerminalStyle(false, true, 100)).render(verdict);

      assertThat(narrow).doesNotContain("━").contains("equivalent");
      assertThat(terminal(verdict)).contains("━");
    }

    @Test
    void keeps_to_its_width() {
      for (Verdict one : all()) {
        String text = new TerminalReport(new TerminalStyle(false, true, 120)).render(one);
        assertThat(
                text.lines()
                    .filter(line -> !line.contains("http://"))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0))
            .isLessThanOrEqualTo(120);
      }
    }

    @Test
    void is_ascii_where_nothing_else_can_be_shown() {
      for (Verdict one : all()) {
        String text = new TerminalReport(new TerminalStyle(false, false, 140)).render(one);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
      }
    }

    @Test
    void colours_without_changing_the_text() {
      for (Verdict one : all()) {
        String coloured = new TerminalReport(new TerminalStyle(true, true, 140)).render(one);
        assertThat(coloured).contains("\u001b[1;");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(terminal(one));
      }
    }

    @Test
    void respects_NO_COLOR_dumb_terminals_and_pipes() {
      assertThat(style(Map.of(), true).colour()).isTrue();
      assertThat(style(Map.of("NO_COLOR", "1"), true).colour()).isFalse();
      assertThat(style(Map.of("NO_COLOR", ""), true).colour()).as("empty does not count").isTrue();
      assertThat(style(Map.of("TERM", "dumb"), true).colour()).isFalse();
      assertThat(style(Map.of(), false).colour()).isFalse();
    }

    @Test
    void takes_the_width_from_COLUMNS_where_it_makes_sense() {
      assertThat(style(Map.of("COLUMNS", "200"), true).columns()).isEqualTo(200);
      assertThat(style(Map.of("COLUMNS", "3"), true).columns()).isEqualTo(40);
      assertThat(style(Map.of("COLUMNS", "wide"), true).columns()).isEqualTo(120);
    }

    @Test
    void knows_what_a_charset_can_show() {
      assertThat(TerminalStyle.of(Map.of(), true, StandardCharsets.US_ASCII).unicode()).isFalse();
      assertThat(style(Map.of(), true).unicode()).isTrue();
    }

    private TerminalStyle style(Map<String, String> environment, boolean terminal) {
      return TerminalStyle.of(environment, terminal, StandardCharsets.UTF_8);
    }
  }

  @Nested
  class Writing {
    @TempDir Path folder;

    @Test
    void leaves_five_files_beside_the_run() throws IOException {
      Files.copy(Fixtures.folder("equivalent").resolve("run.json"), folder.resolve("run.json"));

      Verdict verdict = Fixtures.verdict("equivalent");
      Report.write(Reported.of(verdict), folder);

      try (var files = Files.list(folder)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder(
                "run.json", "report.md", "report.html", "report.json", "junit.xml", "decision.md");
      }
      assertThat(folder.resolve("report.md"))
          .hasContent(MarkdownReport.render(Reported.of(verdict)));
    }

    @Test
    void twice_changes_nothing() throws IOException {
      Verdict verdict = Fixtures.verdict("equivalent");
      List<Path> first = Report.write(Reported.of(verdict), folder);
      String html = Files.readString(first.get(1));

      Report.write(Reported.of(verdict), folder);

      assertThat(first.get(1)).hasContent(html);
    }

    @Test
    void says_what_could_not_be_written() throws IOException {
      Path file = Files.writeString(folder.resolve("file"), "");

      assertThatExceptionOfType(IssueException.class)
          .isThrownBy(() -> Report.write(Reported.of(Fixtures.verdict("equivalent")), file))
          .satisfies(e -> assertThat(e.issues().get(0).code()).isEqualTo("REPORT_NOT_WRITTEN"));
    }
  }
}
