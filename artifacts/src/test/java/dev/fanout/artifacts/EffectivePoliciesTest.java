package dev.fanout.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A case is a folder in {@code effective/}: the documents of scopes as global.xml, product.xml,
 * api.xml and operation.xml (each may be missing), and expected.txt with the effective sections, a
 * line for each policy: section, scope, element, id.
 */
final class EffectivePoliciesTest {
  private static final String SPECIFICATION =
      "{\"openapi\": \"3.0.1\", \"paths\": {\"/x\": {\"get\": {\"operationId\": \"get-x\"}}}}";

  @TestFactory
  Stream<DynamicTest> expand_scopes() throws IOException, URISyntaxException {
    Path root = Path.of(EffectivePoliciesTest.class.getResource("effective").toURI());
    try (Stream<Path> folders = Files.list(root)) {
      List<Path> all = folders.sorted().toList();
      assertThat(all).isNotEmpty();
      return all.stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString().replace('-', ' '), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    Estate estate = estate(folder);
    ApiArtifact api = estate.apis().get(0);
    EffectivePolicy policy =
        EffectivePolicies.of(
            estate,
            Optional.ofNullable(estate.products().get("p")),
            api,
            Optional.of(api.operations().get(0)));
    List<String> lines = new ArrayList<>();
    for (SectionName section : SectionName.values()) {
      for (EffectiveStep step : policy.section(section)) {
        String id = step.policy().id();
        lines.add(
            section.elementName()
                + " "
                + step.scope().name().toLowerCase(Locale.ROOT)
                + " "
                + step.policy().elementName()
                + (id == null ? "" : " " + id));
        assertThat(step.file().isEmpty())
            .as("only the default document has no file")
            .isEqualTo(!Files.exists(folder.resolve("global.xml")) && step.scope() == Scope.GLOBAL);
      }
    }
    assertThat(lines).isEqualTo(Files.readAllLines(folder.resolve("expected.txt")));
  }

  private static Estate estate(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("apis/a/apiInformation.json", bytes("{\"properties\": {\"path\": \"a\"}}"));
    files.put("apis/a/specification.json", bytes(SPECIFICATION));
    files.put("products/p/productInformation.json", bytes("{\"properties\": {}}"));
    files.put("products/p/apis/a/productApiInformation.json", bytes("{}"));
    Map<String, String> places =
        Map.of(
            "global.xml", "policy.xml",
            "product.xml", "products/p/policy.xml",
            "api.xml", "apis/a/policy.xml",
            "operation.xml", "apis/a/operations/get-x/policy.xml");
    for (Map.Entry<String, String> place : places.entrySet()) {
      Path file = folder.resolve(place.getKey());
      if (Files.exists(file)) {
        files.put(place.getValue(), Files.readAllBytes(file));
      }
    }
    return EstateReader.read(files).orThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
