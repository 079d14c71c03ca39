package dev.fanout.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Whoever does not read stops whoever writes. Each test sends far more than all socket buffers
 * hold; a gateway that kept reading would take everything.
 */
class BackpressureTest {
  private static final int MIB = 1024 * 1024;
  private static final int TOTAL = 96 * MIB;
  private static final int MAX_BUFFER_BYTES = 8 * MIB;

  @Test
  void a_client_that_does_not_read_stops_the_upstream() throws Exception {
    try (Proxy proxy = new Proxy(server -> server, pools -> pools);
        Wire client = proxy.client()) {
      client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
      Wire upstream = proxy.acceptUpstream();
      upstream.readHead();
      upstream.send("HTTP/1.1 200 OK\r\nContent-Length: " + TOTAL + "\r\n\r\n");
      Writer writer = new Writer(upstream);

      assertThat(writer.bytesWhenItStops()).isLessThan(TOTAL);

      assertThat(client.readHead()).contains("Content-Length: " + TOTAL);
      assertThat(skip(client)).isEqualTo(TOTAL);
      writer.join();
    }
  }

  @Test
  void an_upstream_that_does_not_read_stops_the_client() throws Exception {
    try (Proxy proxy = new Proxy(server -> server, pools -> pools);
        Wire client = proxy.client()) {
      client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: " + TOTAL + "\r\n\r\n");
      Wire upstream = proxy.acceptUpstream();
      Writer writer = new Writer(client);

      assertThat(writer.bytesWhenItStops()).isLessThan(TOTAL);

      assertThat(upstream.readHead()).contains("Content-Length: " + TOTAL);
      assertThat(skip(upstream)).isEqualTo(TOTAL);
      writer.join();
    }
  }

  @Test
  void pipelined_bytes_wait_in_their_socket_while_an_exchange_is_open() throws Exception {
    try (Proxy proxy = new Proxy(server -> server, pools -> pools);
        Wire client = proxy.client()) {
      client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
      Wire upstream = proxy.acceptUpstream();
      upstream.readHead();
      client.send("POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: " + TOTAL + "\r\n\r\n");
      Writer writer = new Writer(client);

      assertThat(writer.bytesWhenItStops()).isLessThan(TOTAL);

      upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      client.readHead();
      assertThat(upstream.readHead()).contains("POST /b");
      assertThat(skip(upstream)).isEqualTo(TOTAL);
      writer.join();
    }
  }

  @Test
  void a_body_without_a_consumer_is_not_read() throws Exception {
    try (EventLoops loops = EventLoops.create(1);
        HttpServer server = HttpServer.start(loops, HttpServerOptions.defaults(), exchange -> {});
        Wire client = Wire.connect(server.port())) {
      client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: " + TOTAL + "\r\n\r\n");
      Writer writer = new Writer(client);

      assertThat(writer.bytesWhenItStops()).isLessThan(TOTAL);

      client.close();
      writer.join();
    }
  }

  /**
   * What Netty's allocator holds for the whole process; the tests of this module run one by one.
   */
  private static long bufferBytes() {
    ByteBufAllocatorMetric metric =
        ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
    return metric.usedDirectMemory() + metric.usedHeapMemory();
  }

  private static long skip(Wire wire) throws IOException {
    byte[] piece = new byte[64 * 1024];
    long total = 0;
    while (total < TOTAL) {
      int size = wire.in().read(piece, 0, (int) Math.min(piece.length, TOTAL - total));
      if (size < 0) {
        break;
      }
      total += size;
    }
    return total;
  }

  /** Writes the body from a thread of its own, and knows how far it got. */
  private static final class Writer {
    private final long buffersBefore = bufferBytes();
    private final AtomicLong written = new AtomicLong();
    private final Thread thread;

    Writer(Wire wire) {
      thread =
          new Thread(
              () -> {
                byte[] piece = new byte[64 * 1024];
                try {
                  while (written.get() < TOTAL) {
                    wire.socket().getOutputStream().write(piece);
                    written.addAndGet(piece.length);
                  }
                } catch (IOException closed) {
                  // The test closed the socket.
                }
              });
      thread.start();
    }

    /** A machine that stalls can only make this smaller, never fail the test. */
    long bytesWhenItStops() throws InterruptedException {
      long now = written.get();
      int still = 0;
      while (still < 4 && now < TOTAL) {
        Thread.sleep(150);
        long before = now;
        now = written.get();
        still = now == before ? still + 1 : 0;
      }
      assertThat(bufferBytes() - buffersBefore).as("bytes in buffers").isLessThan(MAX_BUFFER_BYTES);
      return now;
    }

    void join() throws InterruptedException {
      thread.join();
    }
  }
}
