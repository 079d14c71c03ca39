package dev.fanout.gateway.http;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS to upstreams by the JDK's own engine; one context for each kind of verification. */
final class TlsContexts {
  private final Optional<TrustManagerFactory> trust;
  private final Map<TlsVerification, SslContext> contexts = new EnumMap<>(TlsVerification.class);

  TlsContexts(Optional<TrustManagerFactory> trust) {
    this.trust = trust;
  }

  SslHandler handler(Channel channel, UpstreamAuthority authority, Duration handshakeTimeout) {
    SslHandler handler =
        context(authority.verification())
            .newHandler(channel.alloc(), authority.host(), authority.port());
    handler.setHandshakeTimeoutMillis(handshakeTimeout.toMillis());
    return handler;
  }

  /** Calls {@code result} with null after the handshake, else with what went wrong. */
  void whenReady(Channel channel, Consumer<@Nullable String> result) {
    SslHandler handler = channel.pipeline().get(SslHandler.class);
    if (handler == null) {
      result.accept("the connection is closed");
    } else {
      handler
          .handshakeFuture()
          .addListener(
              done -> {
                Throwable cause = done.cause();
                result.accept(
                    done.isSuccess() ? null : cause == null ? "unknown cause" : cause.toString());
              });
    }
  }

  private synchronized SslContext context(TlsVerification verification) {
    SslContext context = contexts.get(verification);
    if (context == null) {
      context = create(verification);
      contexts.put(verification, context);
    }
    return context;
  }

  private SslContext create(TlsVerification verification) {
    SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
    if (verification == TlsVerification.NONE) {
      builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
    } else {
      trust.ifPresent(builder::trustManager);
    }
    builder.endpointIdentificationAlgorithm(verification == TlsVerification.FULL ? "HTTPS" : "");
    try {
      return builder.build();
    } catch (SSLException failure) {
      throw new IllegalStateException("this JDK cannot speak TLS", failure);
    }
  }
}
