package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.ResponseMessage;

/** A policy that may stand inside return-response, where it changes the response being built. */
interface ResponseEdit {
  void edit(Exchange exchange, ResponseMessage response);
}
