package dev.fanout.gateway;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.gateway.estate.EstateCompiler;
import dev.fanout.gateway.estate.SkippedPolicy;
import dev.fanout.gateway.http.EventLoops;
import dev.fanout.gateway.http.HttpServer;
import dev.fanout.gateway.http.UpstreamPools;
import dev.fanout.gateway.log.RequestLog;
import dev.fanout.policies.context.ContextTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gateway in this process, on 127.0.0.1 only. Thread-safe; {@link #close} stops everything that
 * {@link #start} began.
 */
public final class LocalGateway implements AutoCloseable {
  private final Map<String, Variant> variants = new LinkedHashMap<>();
  private final List<Issue> warnings = new ArrayList<>();
  private final EventLoops loops;
  private final @Nullable RequestLog log;

  private LocalGateway(EventLoops loops, @Nullable RequestLog log) {
    this.loops = loops;
    this.log = log;
  }

  /**
   * Reads, compiles and serves all variants.
   *
   * @throws IssueException with everything that is wrong with the estates, or with the one port or
   *     file that cannot be used; nothing keeps running then
   */
  public static LocalGateway start(GatewayOptions options) {
    List<LoadedVariant> loaded = load(options);
    List<Issue> errors = loaded.stream().flatMap(each -> each.errors().stream()).toList();
    if (!errors.isEmpty()) {
      throw new IssueException(errors);
    }
    RequestLog log = options.logFile().map(LocalGateway::open).orElse(null);
    LocalGateway gateway = new LocalGateway(EventLoops.create(options.threads()), log);
    loaded.forEach(each -> gateway.warnings.addAll(each.warnings()));
    try {
      for (LoadedVariant variant : loaded) {
        gateway.serve(options, variant);
      }
    } catch (RuntimeException failed) {
      gateway.close();
      throw failed;
    }
    return gateway;
  }

  /** Variants side by side; equal expressions of two variants are one class. */
  private static List<LoadedVariant> load(GatewayOptions options) {
    EstateCompiler compiler = new EstateCompiler(new ExpressionCompiler(ContextTypes.hostTypes()));
    return options.variants().parallelStream()
        .map(variant -> LoadedVariant.load(variant, compiler, options.compile()))
        .toList();
  }

  private void serve(GatewayOptions options, LoadedVariant loaded) {
    VariantOptions variantOptions = loaded.options();
    UpstreamPools pools = new UpstreamPools(loops, options.upstream());
    Variant variant = new Variant(variantOptions, options, loaded.estate(), pools, log);
    try {
      variant.serveOn(
          HttpServer.start(loops, options.server().withPort(variantOptions.port()), variant));
    } catch (IOException taken) {
      pools.close();
      throw new IssueException(
          List.of(
              Issue.error(
                      "GATEWAY_PORT",
                      "variant '"
                          + variantOptions.name()
                          + "' cannot listen on 127.0.0.1:"
                          + variantOptions.port()
                          + ": the port is taken or not allowed")
                  .withHint("port 0 takes a free one")));
    }
    variants.put(variantOptions.name(), variant);
  }

  private static RequestLog open(Path file) {
    try {
      return RequestLog.open(file);
    } catch (IOException e) {
      throw new IssueException(
          List.of(
              Issue.error(
                  "GATEWAY_LOG", "the request log '" + file + "' cannot be written: " + e)));
    }
  }

  /** In the order of the options. */
  public List<String> variants() {
    return List.copyOf(variants.keySet());
  }

  /** As the options say; may be empty. */
  public String topology(String variant) {
    return variant(variant).topology();
  }

  public int port(String variant) {
    return variant(variant).server().port();
  }

  public GatewayCounters counters(String variant) {
    return variant(variant).counters();
  }

  /** Policies that were left out; not empty means that a verdict is about a partial estate. */
  public List<SkippedPolicy> skipped(String variant) {
    return variant(variant).skipped();
  }

  /** Findings that stopped nothing. */
  public List<Issue> warnings() {
    return List.copyOf(warnings);
  }

  /** {@code epoll} or {@code nio}, for the manifest. */
  public String transport() {
    return loops.transport();
  }

  public int threads() {
    return loops.threads();
  }

  /**
   * Stops accepting, lets what is in flight finish within the deadline, and closes everything.
   *
   * @return exchanges that were cut off
   */
  public int drain(Duration deadline) {
    int cut = 0;
    for (Variant variant : variants.values()) {
      cut += variant.server().drain(deadline);
    }
    close();
    return cut;
  }

  @Override
  public void close() {
    for (Variant variant : variants.values()) {
      variant.server().close();
      variant.pools().close();
    }
    loops.close();
    if (log != null) {
      log.close();
    }
  }

  private Variant variant(String name) {
    Variant variant = variants.get(name);
    if (variant == null) {
      throw new IllegalArgumentException("no variant '" + name + "' in " + variants.keySet());
    }
    return variant;
  }
}
