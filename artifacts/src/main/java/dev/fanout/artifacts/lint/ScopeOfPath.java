package dev.fanout.artifacts.lint;

import dev.fanout.policies.model.Scope;
import java.util.Optional;
import java.util.regex.Pattern;

/** The scope that the APIOps layout gives to a policy file. */
final class ScopeOfPath {
  private static final Pattern OPERATION =
      Pattern.compile("(.*/)?apis/[^/]+/operations/[^/]+/policy\\.xml");
  private static final Pattern API = Pattern.compile("(.*/)?apis/[^/]+/policy\\.xml");
  private static final Pattern PRODUCT = Pattern.compile("(.*/)?products/[^/]+/policy\\.xml");
  private static final Pattern WORKSPACE = Pattern.compile("(.*/)?workspaces/[^/]+/policy\\.xml");

  private ScopeOfPath() {}

  /** Empty if the path does not say. */
  static Optional<Scope> of(String path) {
    String plain = path.replace('\\', '/');
    if (OPERATION.matcher(plain).matches()) {
      return Optional.of(Scope.OPERATION);
    } else if (API.matcher(plain).matches()) {
      return Optional.of(Scope.API);
    } else if (PRODUCT.matcher(plain).matches()) {
      return Optional.of(Scope.PRODUCT);
    } else if (WORKSPACE.matcher(plain).matches()) {
      return Optional.of(Scope.WORKSPACE);
    }
    return Optional.empty();
  }
}
