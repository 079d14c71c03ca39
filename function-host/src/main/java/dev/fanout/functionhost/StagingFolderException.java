package dev.fanout.functionhost;

import java.io.IOException;

/** A folder is no packaged function app that this host can serve; the message names the file. */
public final class StagingFolderException extends IOException {
  private static final long serialVersionUID = 1L;

  StagingFolderException(String message) {
    super(message);
  }

  StagingFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
