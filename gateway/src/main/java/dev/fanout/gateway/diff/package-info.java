/**
 * Whether two estates send the same upstream requests, found without load or sockets: every
 * operation is asked with a set of probes, and what would be sent is compared. Names of entities,
 * fragments and files play no part: only the request does.
 */
@NullMarked
package dev.fanout.gateway.diff;

import org.jspecify.annotations.NullMarked;
