package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.ResponseMessage;
import dev.fanout.gateway.pipeline.Step;

/** set-status. Without a response yet, one is begun, which a forward-request later replaces. */
final class SetStatusStep implements Step, ResponseEdit {
  private final TextSource code;
  private final TextSource reason;

  SetStatusStep(TextSource code, TextSource reason) {
    this.code = code;
    this.reason = reason;
  }

  int bodyReads() {
    return code.bodyReads() | reason.bodyReads();
  }

  @Override
  public Flow run(Exchange exchange) {
    ResponseMessage response = exchange.response();
    if (response == null) {
      response = ResponseMessage.ok();
      exchange.setResponse(response);
    }
    edit(exchange, response);
    return Flow.NEXT;
  }

  @Override
  public void edit(Exchange exchange, ResponseMessage response) {
    String text = code.textOrEmpty(exchange).strip();
    String phrase = reason.textOrEmpty(exchange).strip();
    response.setStatus(parse(text), printable(phrase));
  }

  private static int parse(String text) {
    boolean threeDigits = text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int status = threeDigits ? Integer.parseInt(text) : 0;
    if (status < 200) {
      throw new PolicyFailure(
          "PolicyConfigurationError", "Status code '" + text + "' is not in 200..999.");
    }
    return status;
  }

  /** A reason phrase cannot carry a line end or a character beyond ISO-8859-1. */
  private static String printable(String phrase) {
    StringBuilder out = new StringBuilder(phrase.length());
    phrase.chars().forEach(c -> out.append(c >= ' ' && c != 127 && c <= 255 ? (char) c : '?'));
    return out.toString();
  }
}
