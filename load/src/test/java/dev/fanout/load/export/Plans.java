package dev.fanout.load.export;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.load.plan.HeaderValues;
import dev.fanout.load.plan.LoadPlanReader;
import dev.fanout.load.plan.LoadSpec;
import java.nio.file.Path;

/** Plans that the exports are tried on. */
final class Plans {
  static final String TWO_TARGETS =
      """
      name: orders & more
      targets:
        - {name: A, url: "http://127.0.0.1:8080"}
        - {name: B, url: "http://127.0.0.1:8080/b"}
      headers: {Ocp-Apim-Subscription-Key: "${KEY}"}
      requests:
        - {api: a, operation: get-a, path: "/a/{id}", weight: 3}
        - {api: b, operation: get-b, path: "/b/{id}?who={who}", weight: 1}
        - {api: c, operation: post-c, method: POST, path: /c, weight: 1,
           body: '{"text": "back\\\\slash", "who": "{who}", "cost": "$5"}', status: [201]}
      parameters: [{name: who, values: [ann, "b ob"]}]
      failIf: ["p95>20ms", "errors>1%", "A: max>1s"]
      settling: 1s
      """;

  private Plans() {}

  static LoadSpec read(String stages) {
    return LoadPlanReader.read(
        SourceText.of("plan.yaml", TWO_TARGETS + "stages:\n" + stages),
        Path.of(""),
        HeaderValues.openEnvironment());
  }
}
