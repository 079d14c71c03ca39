package dev.fanout.load.run;

import dev.fanout.load.ErrorKind;
import java.time.Duration;
import java.util.Optional;

/**
 * The answer to one request of a smoke test.
 *
 * @param target as it was sent
 * @param error empty when it is right
 * @param detail what is wrong; empty when nothing is
 * @param status 0 when no status line came
 * @param time with connecting
 */
public record SmokeAnswer(
    String apiId,
    String operationId,
    String method,
    String target,
    Optional<ErrorKind> error,
    String detail,
    int status,
    Duration time) {
  public boolean ok() {
    return error.isEmpty();
  }
}
