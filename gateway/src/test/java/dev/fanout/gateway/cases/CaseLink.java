package dev.fanout.gateway.cases;

import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.HttpVersion;
import dev.fanout.gateway.http.OutgoingBody;
import dev.fanout.gateway.http.RequestHead;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamFailure;
import dev.fanout.gateway.http.UpstreamRequest;
import dev.fanout.gateway.pipeline.ExchangeLink;
import dev.fanout.gateway.pipeline.MessageContent;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A case's client and upstream, in memory, on a real event loop. */
final class CaseLink implements ExchangeLink {
  final CompletableFuture<String> response = new CompletableFuture<>();
  final List<String> upstreamRequests = new ArrayList<>();
  private final Path folder;
  private final EventExecutor loop;
  private final RequestHead head;
  private final MessageContent body;

  CaseLink(Path folder, EventExecutor loop) throws IOException {
    this.folder = folder;
    this.loop = loop;
    HttpText request = HttpText.read(folder.resolve("request.http"));
    String[] line = request.firstLine().split(" ");
    int question = line[1].indexOf('?');
    if (!request.headers().contains("Host")) {
      request.headers().add("Host", "gateway.test");
    }
    this.head =
        new RequestHead(
            line[0],
            line[1],
            request.headers().first("Host"),
            question < 0 ? line[1] : line[1].substring(0, question),
            question < 0 ? null : line[1].substring(question + 1),
            HttpVersion.HTTP_1_1,
            request.headers());
    this.body =
        request.body().length == 0 ? MessageContent.none() : MessageContent.of(request.body());
  }

  @Override
  public RequestHead request() {
    return head;
  }

  @Override
  public MessageContent requestBody() {
    return body;
  }

  @Override
  public String clientAddress() {
    return "192.0.2.1";
  }

  @Override
  public EventExecutor eventLoop() {
    return loop;
  }

  @Override
  public void respond(ResponseHead answer, OutgoingBody answerBody) {
    response.complete(
        HttpText.print(
            "HTTP/1.1 " + answer.status() + " " + answer.reason(),
            answer.headers(),
            bytes(answerBody)));
  }

  @Override
  public void forward(UpstreamRequest request, ForwardCallback callback) {
    HttpHeaders fields = request.headers().copy().removeHopByHop();
    if (!fields.contains("Host")) {
      HttpHeaders all = HttpHeaders.of("Host", request.authority().hostField());
      fields.forEach(all::add);
      fields = all;
    }
    upstreamRequests.add(
        HttpText.print(
            request.method() + " " + request.authority() + request.rawTarget(),
            fields,
            bytes(request.body())));
    loop.execute(() -> answer(callback));
  }

  private void answer(ForwardCallback callback) {
    try {
      Path failure = folder.resolve("upstream-failure.txt");
      Path file = folder.resolve("upstream-" + upstreamRequests.size() + ".http");
      if (Files.exists(failure)) {
        callback.onFailure(
            new UpstreamFailure(
                UpstreamFailure.Kind.valueOf(Files.readString(failure).strip()),
                "The upstream cannot be reached."));
      } else if (Files.exists(file)) {
        HttpText text = HttpText.read(file);
        String[] line = text.firstLine().split(" ", 3);
        callback.onResponse(
            new ResponseHead(Integer.parseInt(line[1]), line[2], text.headers()),
            text.body().length == 0 ? MessageContent.none() : MessageContent.of(text.body()));
      } else {
        callback.onResponse(new ResponseHead(200, "OK", new HttpHeaders()), MessageContent.none());
      }
    } catch (IOException e) {
      response.completeExceptionally(e);
    }
  }

  private static byte[] bytes(OutgoingBody outgoing) {
    return outgoing instanceof OutgoingBody.Bytes inMemory ? inMemory.bytes() : new byte[0];
  }
}
