package dev.fanout.gateway.http.internal;

/** Takes the fields of a head or of trailers, in order, when their syntax has been checked. */
public interface FieldSink {
  void field(String name, String value);
}
