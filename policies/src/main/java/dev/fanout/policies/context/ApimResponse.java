package dev.fanout.policies.context;

import org.jspecify.annotations.Nullable;

/** {@code context.Response}, and what {@code send-request} leaves in a variable. */
public interface ApimResponse {
  int statusCode();

  String statusReason();

  ApimMultiValues headers();

  @Nullable ApimMessageBody body();
}
