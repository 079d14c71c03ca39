package dev.fanout.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page in a real browser, where there is one. {@code -Dfanout.screenshots=DIR} keeps pictures
 * of it, and {@code -Dfanout.page=FILE} looks at another page than the synthetic one.
 */
@Timeout(180)
class PageInBrowserTest {
  /** The colours of the two variants in report.js, on light and dark. */
  private static final String COUNT_PIXELS =
      """
      [...document.querySelectorAll('[data-chart]')].map(place => {
        const canvas = place.querySelector('canvas');
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        const near = (i, c) => Math.abs(data[i] - c[0]) + Math.abs(data[i + 1] - c[1])
            + Math.abs(data[i + 2] - c[2]) < 24 && data[i + 3] > 200;
        const dark = matchMedia('(prefers-color-scheme: dark)').matches;
        const a = dark ? [86, 180, 233] : [0, 114, 178];
        const b = dark ? [240, 160, 48] : [192, 79, 0];
        let ofA = 0, ofB = 0;
        for (let i = 0; i < data.length; i += 4) {
          if (near(i, a)) ofA++;
          if (near(i, b)) ofB++;
        }
        return {title: place.closest('figure').querySelector('figcaption').textContent, ofA, ofB};
      })
      """;

  @TempDir static Path folder;
  private static Path page;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Chromium.binary().isPresent(), "skipped: no chromium");
    String other = System.getProperty("fanout.page");
    if (other == null) {
      Reported reported = SyntheticFolder.write("equivalent-default", folder.resolve("run"));
      page = folder.resolve("report.html");
      Files.writeString(page, HtmlReport.render(reported));
    } else {
      page = Path.of(other).toAbsolutePath();
    }
    chromium = Chromium.start(Chromium.binary().get(), folder.resolve("profile"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest(name = "{0} {3}")
  @CsvSource({
    "desktop, 1280, 900, light",
    "desktop, 1280, 900, dark",
    "phone,    390, 844, light",
    "phone,    390, 844, dark",
  })
  void draws_every_chart_without_a_complaint_or_a_request(
      String device, int width, int height, String scheme) throws Exception {
    visit(device, width, height, scheme);

    JsonNode charts = chromium.evaluate(COUNT_PIXELS);
    assertThat(charts).isNotEmpty();
    for (JsonNode chart : charts) {
      assertThat(chart.path("ofA").asInt()).as("pixels of A: " + chart).isGreaterThan(20);
      assertThat(chart.path("ofB").asInt()).as("pixels of B: " + chart).isGreaterThan(20);
    }
    assertThat(chromium.complaints()).isEmpty();
    assertThat(chromium.requests()).containsExactly(page.toUri().toString());
    assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
        .as("nothing but tables is wider than the screen")
        .isLessThanOrEqualTo(width);
    keep(device + "-" + scheme, width, 2 * height);
  }

  private static void visit(String device, int width, int height, String scheme) throws Exception {
    chromium.screen(width, height, device.equals("phone"), scheme.equals("dark"));
    chromium.visit(page);
    chromium.await(
        "document.querySelectorAll('.plot').length > 0"
            + " && [...document.querySelectorAll('.plot')].every(p => p.dataset.drawn)");
    chromium.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))");
  }

  /** In strips, the first of which is what one sees first. */
  private static void keep(String name, int width, int strip) throws Exception {
    String target = System.getProperty("fanout.screenshots");
    if (target != null) {
      Files.createDirectories(Path.of(target));
      int height = chromium.evaluate("document.documentElement.scrollHeight").asInt();
      for (int top = 0; top < height; top += strip) {
        Files.write(
            Path.of(target, name + "-" + top / strip + ".png"),
            chromium.screenshot(width, top, Math.min(strip, height - top)));
      }
    }
  }

  @Test
  void shows_the_figures_of_a_point_under_the_pointer() throws Exception {
    visit("desktop", 1280, 900, "light");
    JsonNode middle =
        chromium.evaluate(
            "(() => { const over = document.querySelector('[data-chart=chart-0] .u-over');"
                + " over.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " const box = over.getBoundingClientRect();"
                + " return [box.left + box.width / 2, box.top + box.height / 2]; })()");

    chromium.moveMouse(middle.get(0).asDouble() - 5, middle.get(1).asDouble());
    chromium.moveMouse(middle.get(0).asDouble(), middle.get(1).asDouble());

    chromium.await("!!document.querySelector('[data-chart=chart-0] .tip:not([hidden])')");
    assertThat(
            chromium
                .evaluate("document.querySelector('[data-chart=chart-0] .tip').textContent")
                .asText())
        .startsWith("p")
        .contains("shared-backend (A): ")
        .contains("per-api (B): ")
        .contains(" ms");
    int top = chromium.evaluate("window.scrollY").asInt();
    keepStrip("tooltip", top);
  }

  private static void keepStrip(String name, int top) throws Exception {
    String target = System.getProperty("fanout.screenshots");
    if (target != null) {
      Files.createDirectories(Path.of(target));
      Files.write(Path.of(target, name + ".png"), chromium.screenshot(1280, top, 900));
    }
  }

  @Test
  void says_the_figures_of_a_point_to_who_uses_the_keys() throws Exception {
    visit("desktop", 1280, 900, "light");
    chromium.evaluate("document.querySelector('[data-chart=chart-0]').focus()");

    chromium.press("End");
    chromium.await("document.getElementById('spoken').textContent !== ''");
    String last = chromium.evaluate("document.getElementById('spoken').textContent").asText();
    chromium.press("ArrowLeft");
    chromium.await("document.getElementById('spoken').textContent !== " + quoted(last));

    assertThat(last).startsWith("p99").contains("shared-backend (A): ");
  }

  @Test
  void finds_the_odd_api_on_the_map() throws Exception {
    assumeTrue(System.getProperty("fanout.page") == null, "another page has other APIs");
    visit("desktop", 1280, 900, "light");
    chromium.evaluate("document.querySelector('[data-layer=d]').focus()");
    int place =
        chromium
            .evaluate(
                "JSON.parse(document.getElementById('figures').textContent).tiles.odd.indexOf(1)")
            .asInt();

    for (int i = 0; i <= place; i++) {
      chromium.press("ArrowRight");
    }

    assertThat(chromium.evaluate("document.getElementById('spoken').textContent").asText())
        .startsWith(SyntheticFolder.ODD + " (odd)");
    assertThat(
            chromium.evaluate("document.querySelector('[data-layer=d] .tip').textContent").asText())
        .startsWith(SyntheticFolder.ODD);
  }

  @ParameterizedTest
  @CsvSource({"1280, 900, light", "390, 844, dark"})
  void has_no_serious_violation_by_axe(int width, int height, String scheme) throws Exception {
    visit(width < 600 ? "phone" : "desktop", width, height, scheme);
    chromium.evaluate(resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"));

    JsonNode violations =
        chromium.evaluate(
            "axe.run({resultTypes: ['violations']}).then(found => found.violations.map(v =>"
                + " ({id: v.id, impact: v.impact, nodes: v.nodes.slice(0, 3).map(n => n.html)})))");

    List<String> serious = new ArrayList<>();
    for (JsonNode violation : violations) {
      if (List.of("serious", "critical").contains(violation.path("impact").asText())) {
        serious.add(violation.toString());
      }
    }
    assertThat(serious).isEmpty();
  }

  @Test
  void prints() throws Exception {
    visit("desktop", 1280, 900, "dark");
    byte[] paper = chromium.print();

    assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    String target = System.getProperty("fanout.screenshots");
    if (target != null) {
      Files.createDirectories(Path.of(target));
      Files.write(Path.of(target, "paper.pdf"), paper);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PageInBrowserTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
