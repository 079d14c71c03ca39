package dev.fanout.functionhost;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which function takes a request; templates that say more are tried first. */
final class FunctionRouter {
  private final String prefix;
  private final Optional<String> elsewhere;
  private final List<LoadedFunction> functions;

  /** A function and the raw values of its route's segments. */
  record Match(LoadedFunction function, Map<String, String> routeValues) {}

  /**
   * @param routePrefix without slashes; may be empty
   * @param elsewhere the route under which a path is tried that no function takes as it is
   */
  FunctionRouter(String routePrefix, List<LoadedFunction> functions, Optional<String> elsewhere) {
    this.elsewhere = elsewhere;
    this.prefix = routePrefix.isEmpty() ? "/" : "/" + routePrefix + "/";
    this.functions =
        functions.stream()
            .sorted(
                Comparator.comparingInt(
                        (LoadedFunction function) -> function.definition().route().precedence())
                    .reversed())
            .toList();
  }

  /** Empty for a path or a method that no function takes; both are 404 to the client. */
  Optional<Match> route(String method, String rawTarget) {
    int mark = rawTarget.indexOf('?');
    int end = mark < 0 ? rawTarget.length() : mark;
    Optional<Match> match = routeBelowPrefix(method, rawTarget, end);
    return match.isPresent() || elsewhere.isEmpty()
        ? match
        : take(method, elsewhere.get() + rawTarget.substring(0, end));
  }

  private Optional<Match> routeBelowPrefix(String method, String rawTarget, int end) {
    if (end < prefix.length() || !rawTarget.regionMatches(true, 0, prefix, 0, prefix.length())) {
      return Optional.empty();
    }
    return take(method, rawTarget.substring(prefix.length(), end));
  }

  private Optional<Match> take(String method, String path) {
    for (LoadedFunction function : functions) {
      FunctionDefinition definition = function.definition();
      if (definition.methods().isEmpty() || definition.methods().contains(method)) {
        Optional<Map<String, String>> values = definition.route().match(path);
        if (values.isPresent()) {
          return Optional.of(new Match(function, values.get()));
        }
      }
    }
    return Optional.empty();
  }
}
