package dev.fanout.gateway.pipeline;

import java.util.UUID;

/**
 * The gateway's own error responses, spacing included: one space inside braces, after colons and
 * commas, as live captures show them.
 */
public final class StandardResponses {
  private StandardResponses() {}

  /** No API or no operation; live capture. */
  public static ResponseMessage notFound() {
    return ResponseMessage.json(
        404, "Resource Not Found", "{ \"statusCode\": 404, \"message\": \"Resource not found\" }");
  }

  /** A failed expression, policy or backend call; live capture. */
  static ResponseMessage internalError(UUID activityId) {
    return ResponseMessage.json(
        500,
        "Internal Server Error",
        "{ \"statusCode\": 500, \"message\": \"Internal server error\", \"activityId\": \""
            + activityId
            + "\" }");
  }

  /** No subscription key, or a wrong one; live captures 2018 to 2026. */
  public static ResponseMessage accessDenied(String message, String realm, ApiView.KeyNames names) {
    ResponseMessage response =
        ResponseMessage.json(
            401, "Access Denied", "{ \"statusCode\": 401, \"message\": \"" + message + "\" }");
    response
        .fields()
        .add(
            "WWW-Authenticate",
            "AzureApiManagementKey realm=\""
                + realm
                + "\",name=\""
                + names.header()
                + "\",type=\"header\"");
    return response;
  }
}
