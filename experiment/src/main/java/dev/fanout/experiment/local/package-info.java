/**
 * The target on the user's own machine: one backend process for the run, one fresh gateway process
 * for each replicate, each on its core. All sockets are on the loopback interface, and every
 * upstream that an artifact names is dialled at the mock backend, whatever its host.
 */
@NullMarked
package dev.fanout.experiment.local;

import org.jspecify.annotations.NullMarked;
