package dev.fanout.catalog;

import dev.fanout.diagnostics.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code fanout-lint.yaml} says.
 *
 * @param tier for which tier documents are checked, as the command line names it
 * @param failOn the least severity that fails, as the command line names it
 */
public record LintConfig(Optional<String> tier, Optional<String> failOn, List<Ignored> ignored) {
  public static final LintConfig NONE =
      new LintConfig(Optional.empty(), Optional.empty(), List.of());

  public LintConfig {
    Objects.requireNonNull(tier, "tier");
    Objects.requireNonNull(failOn, "failOn");
    ignored = List.copyOf(ignored);
  }

  /**
   * Findings that are not reported.
   *
   * @param reason never blank
   * @param paths globs with {@code *}, {@code **} and {@code ?}; empty for all files
   * @param place where it stands in the file
   */
  public record Ignored(String code, String reason, List<String> paths, SourceSpan place) {
    public Ignored {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(place, "place");
      paths = List.copyOf(paths);
      if (reason.isBlank()) {
        throw new IllegalArgumentException("the reason is blank");
      }
    }

    /** Does it hold for a file, whose path ends in what a glob describes? */
    public boolean isFor(String file) {
      String path = file.replace('\\', '/');
      return paths.isEmpty() || paths.stream().anyMatch(glob -> matches(glob, path));
    }

    private static boolean matches(String glob, String path) {
      StringBuilder regex = new StringBuilder("(?:.*/)?");
      String rest = glob.startsWith("**/") ? glob.substring(3) : glob;
      for (int i = 0; i < rest.length(); i++) {
        char c = rest.charAt(i);
        if (c == '*' && i + 1 < rest.length() && rest.charAt(i + 1) == '*') {
          boolean folders = i + 2 < rest.length() && rest.charAt(i + 2) == '/';
          regex.append(folders ? "(?:.*/)?" : ".*");
          i += folders ? 2 : 1;
        } else if (c == '*') {
          regex.append("[^/]*");
        } else if (c == '?') {
          regex.append("[^/]");
        } else {
          regex.append(java.util.regex.Pattern.quote(String.valueOf(c)));
        }
      }
      return path.matches(regex.toString());
    }
  }
}
