package dev.fanout.gateway;

import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.EstateResult;
import dev.fanout.diagnostics.Issue;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.estate.CompileResult;
import dev.fanout.gateway.estate.CompiledEstate;
import dev.fanout.gateway.estate.EstateCompiler;
import java.util.ArrayList;
import java.util.List;

/** A variant whose estate was read and compiled, and what was found on the way. */
record LoadedVariant(VariantOptions options, CompiledEstate estate, List<Issue> issues) {
  LoadedVariant {
    issues = List.copyOf(issues);
  }

  static LoadedVariant load(
      VariantOptions variant, EstateCompiler compiler, CompileOptions options) {
    List<Issue> issues = new ArrayList<>();
    CompileResult compiled =
        compiler.compile(
            variant
                .estate()
                .orElseGet(
                    () -> {
                      EstateResult read = EstateReader.read(variant.folder().orElseThrow());
                      issues.addAll(read.issues());
                      return read.estate();
                    }),
            options);
    issues.addAll(compiled.issues());
    return new LoadedVariant(variant, compiled.estate(), issues);
  }

  List<Issue> errors() {
    return issues.stream().filter(Issue::isError).toList();
  }

  List<Issue> warnings() {
    return issues.stream().filter(issue -> !issue.isError()).toList();
  }
}
