package dev.fanout.gateway.http;

/** The versions that are served; all others are answered with 505. */
public enum HttpVersion {
  HTTP_1_0,
  HTTP_1_1
}
