package dev.fanout.gateway;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.EstateResult;
import dev.fanout.diagnostics.Issue;
import java.util.List;

/** Gets a variant's estate, from its folder if it has one. */
final class EstateLoader {
  private EstateLoader() {}

  static Estate load(
      VariantOptions variant, boolean allowUnsupported, List<Issue> errors, List<Issue> warnings) {
    if (variant.estate().isPresent()) {
      return variant.estate().get();
    }
    EstateResult result = EstateReader.read(variant.folder().orElseThrow());
    result.issues().forEach(issue -> (issue.isError() ? errors : warnings).add(issue));
    return result.estate();
  }
}
