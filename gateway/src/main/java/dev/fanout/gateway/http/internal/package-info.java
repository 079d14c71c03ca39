/**
 * The bytes of HTTP/1.1 and nothing else: heads, chunks and framing rules, strict in both
 * directions. No sockets and no threads, so that each rule can be read and tested by itself.
 */
@NullMarked
package dev.fanout.gateway.http.internal;

import org.jspecify.annotations.NullMarked;
