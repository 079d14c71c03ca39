package dev.fanout.policies;

import dev.fanout.diagnostics.Issue;
import dev.fanout.policies.syntax.ParsedPolicy;
import java.util.List;

final class DocumentRules {
  static List<Issue> check(ParsedPolicy parsed) {
    return parsed.issues();
  }
}
