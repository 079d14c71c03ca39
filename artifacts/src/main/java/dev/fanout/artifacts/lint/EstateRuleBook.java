package dev.fanout.artifacts.lint;

import java.util.List;

/** All rules for an estate. */
final class EstateRuleBook {
  private static final List<EstateRule> RULES =
      List.of(
          new RewriteDuplicatesBackendPath(),
          new OuterPoliciesCutOff(),
          new UnknownFragment(),
          new UnknownBackend(),
          new UnknownNamedValue(),
          new FragmentCycle(),
          new FragmentUnused(),
          new BackendUnused(),
          new TlsValidationOff(),
          new NoBackend(),
          new BaseUrlIgnored(),
          new RewriteParameterUnknown(),
          new EffectiveForwardedTwice());

  private EstateRuleBook() {}

  static List<EstateRule> rules() {
    return RULES;
  }
}
