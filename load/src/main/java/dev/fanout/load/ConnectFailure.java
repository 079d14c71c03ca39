package dev.fanout.load;

import org.jspecify.annotations.Nullable;

/** Why a connection could not be opened, in the words of whoever knows best. */
final class ConnectFailure {
  private ConnectFailure() {}

  static String plain(ErrorKind kind, @Nullable Throwable cause) {
    if (cause == null) {
      return "closed by the peer";
    }
    String text = String.valueOf(deepest(cause, kind).getMessage());
    // The transports word the commonest reason differently.
    return text.contains("refused") ? "connection refused" : text;
  }

  /** A handshake wraps its reason several times. */
  private static Throwable deepest(Throwable cause, ErrorKind kind) {
    Throwable deepest = cause;
    while (kind == ErrorKind.TLS
        && deepest.getCause() != null
        && deepest.getCause().getMessage() != null
        && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest;
  }
}
