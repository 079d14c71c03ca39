/**
 * From a request target to an API and one of its operations. Targets are bytes: nothing is decoded,
 * resolved or normalised. APIs stand in a flat table by their paths, operations in trees that alike
 * APIs share, so that a look-up costs the length of the path, whatever the number of APIs. Knows
 * nothing of policies: what hangs at a route is the caller's.
 */
@NullMarked
package dev.fanout.gateway.routing;

import org.jspecify.annotations.NullMarked;
