package dev.fanout.gateway;

import dev.fanout.artifacts.EstateResult;
import dev.fanout.diagnostics.Issue;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.estate.CompileResult;
import dev.fanout.gateway.estate.CompiledEstate;
import dev.fanout.gateway.estate.EstateCompiler;
import dev.fanout.gateway.estate.EstateLoading;
import java.util.List;

/** A variant whose estate was read and compiled, and what was found on the way. */
record LoadedVariant(VariantOptions options, CompiledEstate estate, List<Issue> issues) {
  LoadedVariant {
    issues = List.copyOf(issues);
  }

  static LoadedVariant load(
      VariantOptions variant, EstateCompiler compiler, CompileOptions options) {
    EstateResult read =
        variant
            .folder()
            .map(folder -> EstateLoading.read(folder, options.allowUnsupported()))
            .orElseGet(() -> new EstateResult(variant.estate().orElseThrow(), List.of()));
    CompileResult compiled = compiler.compile(read.estate(), options);
    return new LoadedVariant(
        variant, compiled.estate(), EstateLoading.merged(read.issues(), compiled.issues()));
  }

  List<Issue> errors() {
    return issues.stream().filter(Issue::isError).toList();
  }

  List<Issue> warnings() {
    return issues.stream().filter(issue -> !issue.isError()).toList();
  }
}
