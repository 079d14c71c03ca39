package dev.fanout.gateway.pipeline;

/**
 * What {@code context.Request.Url.Path} has in front when the backend's base URL has a path. The
 * documentation contradicts itself: Microsoft's answer in azure-docs issue 16317 calls {@code Url}
 * the full backend URL; example 4 of the set-backend-service page prefixes it as if it had no base
 * path. Nobody published a capture.
 */
public enum UrlPathModel {
  WITH_BASE_PATH,
  WITHOUT_BASE_PATH
}
