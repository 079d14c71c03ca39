package dev.fanout.gateway.http.internal;

/**
 * A message that breaks the syntax or a limit. Checked, since every place that reads bytes has to
 * answer it; without stack trace, since it is made for hostile input.
 */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  public MalformedMessageException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** What a server answers: 400, 413, 414, 417, 431, 501 or 505. */
  public int status() {
    return status;
  }

  /** One sentence without full stop; never holds bytes of the message. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
