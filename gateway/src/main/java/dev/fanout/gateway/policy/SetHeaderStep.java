package dev.fanout.gateway.policy;

import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.ResponseMessage;
import dev.fanout.gateway.pipeline.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * set-header. Several values become one field, joined with commas, except for those fields that may
 * not be joined; fields that belong to the connection do not change; Server cannot be deleted from
 * a response (set-header page, "Usage notes"). The client's address is appended to X-Forwarded-For
 * when the request is sent on, so that nothing here can remove it.
 */
final class SetHeaderStep implements Step, ResponseEdit {
  private static final Set<String> REPEATED =
      Set.of(
          "user-agent",
          "www-authenticate",
          "proxy-authenticate",
          "cookie",
          "set-cookie",
          "warning",
          "date",
          "expires",
          "last-modified",
          "if-modified-since",
          "if-unmodified-since",
          "if-range",
          "retry-after");
  private static final Set<String> FIXED =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding");

  private final TextSource name;
  private final TextSource existsAction;
  private final List<TextSource> values;

  SetHeaderStep(TextSource name, TextSource existsAction, List<TextSource> values) {
    this.name = name;
    this.existsAction = existsAction;
    this.values = List.copyOf(values);
  }

  /** Whether the policy never changes the field. */
  static boolean isFixed(String header) {
    return FIXED.contains(header.toLowerCase(Locale.ROOT));
  }

  int bodyReads() {
    return name.bodyReads() | existsAction.bodyReads() | TextSource.bodyReads(values);
  }

  @Override
  public Flow run(Exchange exchange) {
    if (exchange.section().editsResponse()) {
      ResponseMessage response = exchange.response();
      if (response != null) {
        edit(exchange, response);
      }
    } else {
      String header = apply(exchange, exchange.request().fields(), false);
      if (header.equalsIgnoreCase("Host")) {
        exchange.request().markHostSet(exchange.request().fields().contains("Host"));
      }
    }
    return Flow.NEXT;
  }

  @Override
  public void edit(Exchange exchange, ResponseMessage response) {
    apply(exchange, response.fields(), true);
  }

  private String apply(Exchange exchange, HttpHeaders fields, boolean isResponse) {
    String header = name.textOrEmpty(exchange).strip();
    ExistsAction action = ExistsAction.evaluated(existsAction.textOrEmpty(exchange));
    if (isFixed(header)) {
      return header;
    }
    try {
      switch (action) {
        case DELETE -> {
          if (!isResponse || !header.equalsIgnoreCase("Server")) {
            fields.remove(header);
          }
        }
        case SKIP -> {
          if (!fields.contains(header)) {
            set(fields, header, evaluate(exchange));
          }
        }
        case APPEND -> {
          List<String> all = new ArrayList<>(fields.all(header));
          all.addAll(evaluate(exchange));
          set(fields, header, all);
        }
        case OVERRIDE -> set(fields, header, evaluate(exchange));
      }
    } catch (IllegalArgumentException notAField) {
      throw new PolicyFailure(
          "PolicyConfigurationError", "Header '" + header + "' or its value is not valid.");
    }
    return header;
  }

  private List<String> evaluate(Exchange exchange) {
    List<String> texts = new ArrayList<>(values.size());
    for (TextSource value : values) {
      texts.add(value.textOrEmpty(exchange).strip());
    }
    return texts;
  }

  private static void set(HttpHeaders fields, String header, List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    if (texts.size() == 1 || !REPEATED.contains(header.toLowerCase(Locale.ROOT))) {
      fields.set(header, String.join(",", texts));
    } else {
      fields.set(header, texts);
    }
  }
}
