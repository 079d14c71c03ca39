package dev.fanout.gateway;

import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.http.HttpServerOptions;
import dev.fanout.gateway.http.UpstreamOptions;
import dev.fanout.gateway.pipeline.ExchangeSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A gateway process: variants, each with its own router, pools, counters and port, on shared event
 * loops.
 *
 * @param threads event loops; each connection belongs to one
 * @param logFile a request log, appended to; none by default, since it costs time
 */
public record GatewayOptions(
    List<VariantOptions> variants,
    int threads,
    HttpServerOptions server,
    UpstreamOptions upstream,
    CompileOptions compile,
    ExchangeSettings exchange,
    Optional<Path> logFile,
    List<Injection> injections) {
  private static final int MOST_VARIANTS = 16;

  public GatewayOptions {
    variants = List.copyOf(variants);
    injections = List.copyOf(injections);
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(upstream, "upstream");
    Objects.requireNonNull(compile, "compile");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(logFile, "logFile");
    if (variants.isEmpty() || variants.size() > MOST_VARIANTS) {
      throw new IllegalArgumentException(
          variants.size() + " variants is not in 1.." + MOST_VARIANTS);
    }
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads " + threads + " is not in 1..256");
    }
    Set<String> names = new HashSet<>();
    for (VariantOptions variant : variants) {
      if (!names.add(variant.name())) {
        throw new IllegalArgumentException("two variants are called '" + variant.name() + "'");
      }
    }
    for (Injection injection : injections) {
      if (!names.contains(injection.variant())) {
        throw new IllegalArgumentException(
            "the injection is for '" + injection.variant() + "', which is no variant: " + names);
      }
    }
  }

  /** Defaults for everything else. */
  public static GatewayOptions of(VariantOptions... variants) {
    return new GatewayOptions(
        List.of(variants),
        defaultThreads(Runtime.getRuntime().availableProcessors()),
        HttpServerOptions.defaults(),
        UpstreamOptions.defaults(),
        CompileOptions.STRICT,
        ExchangeSettings.DEFAULT,
        Optional.empty(),
        List.of());
  }

  /** One loop on one core, as under {@code taskset}; two where there are more. */
  static int defaultThreads(int cores) {
    return Math.min(2, cores);
  }

  public GatewayOptions withThreads(int count) {
    return new GatewayOptions(
        variants, count, server, upstream, compile, exchange, logFile, injections);
  }

  public GatewayOptions withServer(HttpServerOptions options) {
    return new GatewayOptions(
        variants, threads, options, upstream, compile, exchange, logFile, injections);
  }

  public GatewayOptions withUpstream(UpstreamOptions options) {
    return new GatewayOptions(
        variants, threads, server, options, compile, exchange, logFile, injections);
  }

  /** Dials that address for every upstream; URLs and Host stay as they are. Null: the real ones. */
  public GatewayOptions withConnectTo(@Nullable InetSocketAddress address) {
    return withUpstream(upstream.withConnectTo(address));
  }

  public GatewayOptions withCompile(CompileOptions options) {
    return new GatewayOptions(
        variants, threads, server, upstream, options, exchange, logFile, injections);
  }

  public GatewayOptions withAllowUnsupported(boolean allow) {
    return withCompile(compile.withAllowUnsupported(allow));
  }

  public GatewayOptions withExchange(ExchangeSettings settings) {
    return new GatewayOptions(
        variants, threads, server, upstream, compile, settings, logFile, injections);
  }

  public GatewayOptions withLogFile(Path file) {
    return new GatewayOptions(
        variants, threads, server, upstream, compile, exchange, Optional.of(file), injections);
  }

  public GatewayOptions withInjections(List<Injection> list) {
    return new GatewayOptions(
        variants, threads, server, upstream, compile, exchange, logFile, list);
  }
}
