package dev.fanout.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.JdkSslContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Sends single requests of a mix, each on a connection of its own, and judges their answers as a
 * trial does. Blocks; meant for a look, not for load.
 */
public final class SingleRequest {
  private final TrialScript script;
  private final AnswerJudge judge;
  private final ResponseParser parser = new ResponseParser();
  private final int[] rows;

  /**
   * @param plan whose target, mix, limits and TLS are used; its model is not
   */
  public SingleRequest(TrialPlan plan) {
    this.script = new TrialScript(plan);
    this.judge = new AnswerJudge(script);
    this.rows = new int[plan.mix().parameters().size()];
  }

  /**
   * What came back.
   *
   * @param target as it was sent, without the values of query parameters that look like credentials
   * @param error empty when the answer is right
   * @param detail what is wrong; empty when nothing is
   * @param status 0 when no status line came
   * @param time from the first step of connecting to the last byte
   */
  public record Answer(
      String target, Optional<ErrorKind> error, String detail, int status, Duration time) {}

  /**
   * @param template index in the mix; the lowest id and the first row of each table are used
   */
  public Answer send(int template) {
    EncodedRequest request = script.requests[template];
    int id = script.plan.mix().idMin();
    long start = System.nanoTime();
    @Nullable ErrorKind error;
    String detail = "";
    try {
      exchange(request, id, start);
      error = parser.isDone() ? judge.fault(template, id, parser) : null;
      if (!parser.isDone()) {
        String fault = parser.fault();
        error = fault == null ? unfinished() : ErrorKind.PROTOCOL;
        detail = fault == null ? "closed by the peer " + parser.progress() : fault;
      } else if (error != null) {
        detail = judge.detail(template, parser, error);
      }
    } catch (Unanswered e) {
      error = e.kind;
      detail = String.valueOf(e.getMessage());
    }
    String target = script.values.target(script.template(template).target(), id, rows);
    return new Answer(
        EncodedRequest.forMessages(target),
        Optional.ofNullable(error),
        detail,
        parser.status(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private ErrorKind unfinished() {
    return parser.inBody() ? ErrorKind.TRUNCATED : ErrorKind.RESET;
  }

  private void exchange(EncodedRequest request, int id, long start) throws Unanswered {
    parser.expect(request.head, true);
    long deadline = start + script.plan.limits().requestTimeout().toNanos();
    try (Socket socket = connected()) {
      ByteBuf bytes = Unpooled.buffer(request.maxBytes());
      request.writeTo(bytes, id, rows);
      OutputStream out = socket.getOutputStream();
      out.write(bytes.array(), 0, bytes.readableBytes());
      out.flush();
      read(socket, deadline);
    } catch (SocketTimeoutException e) {
      throw new Unanswered(
          ErrorKind.TIMEOUT,
          "no whole response within "
              + script.plan.limits().requestTimeout().toMillis()
              + " ms, "
              + parser.progress());
    } catch (IOException e) {
      throw new Unanswered(ErrorKind.RESET, e.getMessage() + " " + parser.progress());
    }
  }

  private void read(Socket socket, long deadline) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[16 * 1024];
    while (!parser.isDone() && parser.fault() == null) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException();
      }
      socket.setSoTimeout((int) left);
      int length = in.read(buffer);
      if (length < 0) {
        parser.end();
        return;
      }
      parser.feed(buffer, 0, length);
    }
  }

  private Socket connected() throws Unanswered {
    InetSocketAddress target = script.plan.target();
    int timeoutMillis = (int) script.plan.limits().connectTimeout().toMillis();
    Socket socket = new Socket();
    try {
      socket.connect(target, timeoutMillis);
      socket.setTcpNoDelay(true);
      return script.tls == null ? socket : secured(socket, timeoutMillis);
    } catch (ConnectException | SocketTimeoutException e) {
      close(socket);
      throw new Unanswered(ErrorKind.CONNECT, ConnectFailure.plain(ErrorKind.CONNECT, e));
    } catch (SSLException e) {
      close(socket);
      throw new Unanswered(ErrorKind.TLS, ConnectFailure.plain(ErrorKind.TLS, e));
    } catch (IOException e) {
      close(socket);
      ErrorKind kind = socket.isConnected() ? ErrorKind.TLS : ErrorKind.CONNECT;
      throw new Unanswered(kind, ConnectFailure.plain(kind, e));
    }
  }

  private Socket secured(Socket plain, int timeoutMillis) throws IOException {
    JdkSslContext tls = (JdkSslContext) java.util.Objects.requireNonNull(script.tls);
    SSLSocket socket =
        (SSLSocket)
            tls.context()
                .getSocketFactory()
                .createSocket(plain, script.serverName, script.serverPort, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    if (script.plan.tls().map(TlsOptions::verifies).orElse(true)) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(timeoutMillis);
    socket.startHandshake();
    return socket;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was never used.
    }
  }

  private static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;
    private final ErrorKind kind;

    Unanswered(ErrorKind kind, String message) {
      super(message);
      this.kind = kind;
    }
  }
}
