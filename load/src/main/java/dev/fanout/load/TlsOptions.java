package dev.fanout.load;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * TLS as a client: the JDK's versions and ciphers, SNI, and ALPN that offers {@code http/1.1} only.
 *
 * @param trusted PEM file with the certificates to trust instead of the JDK's
 * @param verifies whether the chain and the host name are checked
 */
public record TlsOptions(Optional<Path> trusted, boolean verifies) {
  /** Trusts what the JDK trusts. */
  public static final TlsOptions DEFAULT = new TlsOptions(Optional.empty(), true);

  /** Trusts anybody: for servers on this machine. */
  public static final TlsOptions INSECURE = new TlsOptions(Optional.empty(), false);

  public static TlsOptions trusting(Path pem) {
    return new TlsOptions(Optional.of(pem), true);
  }

  /**
   * @throws IllegalArgumentException when the trusted file is not what it should be
   */
  SslContext context() {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forClient()
              .sslProvider(SslProvider.JDK)
              .applicationProtocolConfig(
                  new ApplicationProtocolConfig(
                      Protocol.ALPN,
                      SelectorFailureBehavior.NO_ADVERTISE,
                      SelectedListenerFailureBehavior.ACCEPT,
                      ApplicationProtocolNames.HTTP_1_1));
      if (!verifies) {
        builder
            .trustManager(InsecureTrustManagerFactory.INSTANCE)
            .endpointIdentificationAlgorithm(null);
      } else if (trusted.isPresent()) {
        File pem = trusted.get().toFile();
        builder.trustManager(pem);
      }
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "no TLS"
              + trusted.map(file -> " with the certificates of " + file).orElse("")
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
