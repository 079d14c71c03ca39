package dev.fanout.gateway.http;

/** What a call ends in: exactly one of the two, on the call's event loop, unless cancelled. */
public interface UpstreamCallback {
  void onResponse(UpstreamResponse response);

  void onFailure(UpstreamFailure failure);
}
