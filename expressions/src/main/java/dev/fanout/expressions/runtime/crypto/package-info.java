/**
 * {@code System.Security.Cryptography}: hashes, keyed hashes, RSA, symmetric ciphers and X.509
 * certificates, on the providers of the JDK. Nothing here reads a store, a file or the network.
 */
@NullMarked
package dev.fanout.expressions.runtime.crypto;

import org.jspecify.annotations.NullMarked;
