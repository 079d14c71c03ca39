package dev.fanout.catalog;

/** The two spellings of paths that the records hold. */
final class UrlPaths {
  private UrlPaths() {}

  /** Empty, or with a leading and without a trailing slash; only characters of a URL path. */
  static boolean isPrefix(String path) {
    return path.isEmpty() || (path.startsWith("/") && !path.endsWith("/") && isPathText(path));
  }

  /** Empty, or without a slash at either end; only characters of a URL path. */
  static boolean isRelative(String path) {
    return !path.startsWith("/") && !path.endsWith("/") && isPathText(path);
  }

  static String withoutTrailing(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  static String withoutLeading(String path) {
    int start = 0;
    while (start < path.length() && path.charAt(start) == '/') {
      start++;
    }
    return path.substring(start);
  }

  private static boolean isPathText(String path) {
    if (path.contains("//")) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && "-._~!$&'()*+,=:@%/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
