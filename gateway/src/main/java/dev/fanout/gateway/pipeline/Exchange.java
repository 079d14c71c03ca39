package dev.fanout.gateway.pipeline;

import dev.fanout.artifacts.PathAndQuery;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.gateway.http.BodyFailure;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamRequest;
import dev.fanout.policies.context.ApimBackend;
import dev.fanout.policies.context.ApimContext;
import dev.fanout.policies.context.ApimDeployment;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through its policies, and {@code context} for their expressions. For the
 * exchange's event loop, except {@link #resume} and {@link #fail}, which any thread may call.
 *
 * <p>Nested steps (branches, fragments) stand on a stack of blocks, not on Java's, so that a step
 * can suspend at any depth.
 */
public final class Exchange implements ApimContext {
  private enum State {
    RUNNING,
    SUSPENDED,
    DONE
  }

  private static final System.Logger LOGGER = System.getLogger(Exchange.class.getName());
  private static final int DEEPEST = 64;

  private final ExchangeLink link;
  private final ExchangeSettings settings;
  private final ExchangeProgram program;
  private final @Nullable ApiView api;
  private final @Nullable OperationView operation;
  private final RequestMessage request;
  private final Variables variables = new Variables();
  private final long startNanos = System.nanoTime();

  private @Nullable ResponseMessage response;
  private @Nullable ErrorDetail error;
  private @Nullable UUID requestId;
  private @Nullable Instant timestamp;
  private @Nullable UpstreamRequest forwarded;
  private @Nullable RuntimeException pendingFailure;

  private State state = State.SUSPENDED;
  private boolean resumedEarly;
  private Section section = Section.INBOUND;
  private Block[] blocks = new Block[4];
  private @Nullable String[] labels = new @Nullable String[4];
  private int[] next = new int[4];
  private int depth = -1;

  public Exchange(
      ExchangeLink link,
      ExchangeSettings settings,
      ExchangeProgram program,
      @Nullable ApiView api,
      @Nullable OperationView operation,
      MatchedParameters matched,
      PathAndQuery current) {
    this.link = link;
    this.settings = settings;
    this.program = program;
    this.api = api;
    this.operation = operation;
    this.request =
        new RequestMessage(
            link, matched, current, api == null ? null : api.target(), settings.urlPathModel());
  }

  /** Runs the request from the first step of inbound. */
  public void start() {
    section = Section.INBOUND;
    enter(program.inbound(), null);
    run();
  }

  /** Refuses the request before its policies: on-error runs, then the answer goes out. */
  public void startRefused(ErrorDetail detail, ResponseMessage answer) {
    toOnError(detail, answer);
    run();
  }

  /** Goes on after a step that returned {@link Flow#SUSPEND}, maybe before it returned. */
  public void resume() {
    if (!link.eventLoop().inEventLoop()) {
      link.eventLoop().execute(this::resume);
    } else if (state == State.SUSPENDED) {
      run();
    } else if (state == State.RUNNING) {
      if (resumedEarly) {
        throw new IllegalStateException("a step resumed its exchange twice");
      }
      resumedEarly = true;
    }
  }

  /** As {@link #resume}, but the step failed. */
  public void fail(RuntimeException failure) {
    if (!link.eventLoop().inEventLoop()) {
      link.eventLoop().execute(() -> fail(failure));
    } else if (state != State.DONE) {
      pendingFailure = failure;
      resume();
    }
  }

  /** The client has gone: nothing runs any more. */
  public void abort() {
    state = State.DONE;
    request.content().discard();
    ResponseMessage unsent = response;
    if (unsent != null) {
      unsent.content().discard();
    }
    if (error == null) {
      error =
          new ErrorDetail(
              "client-connection",
              "ClientConnectionFailure",
              "The client closed its connection.",
              null,
              section.id(),
              null,
              null);
    }
  }

  /**
   * Runs the block's steps before the current block goes on.
   *
   * @param label a piece of {@code LastError.Path}: {@code when[2]}; null for none
   */
  public void enter(Block block, @Nullable String label) {
    if (block.steps.length == 0) {
      return;
    }
    if (depth + 1 == blocks.length) {
      if (blocks.length == DEEPEST) {
        throw new PolicyFailure("PolicyNestingTooDeep", "Policies are nested too deeply.");
      }
      blocks = Arrays.copyOf(blocks, 2 * blocks.length);
      labels = Arrays.copyOf(labels, 2 * labels.length);
      next = Arrays.copyOf(next, 2 * next.length);
    }
    depth++;
    blocks[depth] = block;
    labels[depth] = label;
    next[depth] = 0;
  }

  private void run() {
    state = State.RUNNING;
    try {
      while (state == State.RUNNING) {
        RuntimeException failure = pendingFailure;
        if (failure != null) {
          pendingFailure = null;
          fallInto(failure);
        } else if (depth < 0) {
          nextSection();
        } else if (next[depth] == blocks[depth].steps.length) {
          depth--;
        } else {
          runStep();
        }
      }
    } catch (RuntimeException bug) {
      answerTo(bug);
    }
  }

  /** Our own mistake: the client gets an answer, and the log the stack trace. */
  private void answerTo(RuntimeException bug) {
    LOGGER.log(System.Logger.Level.ERROR, "a policy step failed unexpectedly", bug);
    boolean unanswered = state != State.DONE;
    error =
        new ErrorDetail("gateway", "InternalError", bug.toString(), null, section.id(), null, null);
    if (unanswered) {
      setResponse(StandardResponses.internalError(requestId()));
      finish();
    }
  }

  private void runStep() {
    Block block = blocks[depth];
    int index = next[depth]++;
    if (block.readsBodies && !isInMemory(block.reads[index])) {
      next[depth]--;
      buffer(block.reads[index]);
      return;
    }
    Flow flow;
    try {
      flow = block.steps[index].run(this);
    } catch (PolicyFailure | ExpressionFailure failure) {
      pendingFailure = failure;
      return;
    }
    if (flow == Flow.SUSPEND) {
      suspend();
    } else if (flow == Flow.END) {
      depth = -1;
      finish();
    }
  }

  private void suspend() {
    if (resumedEarly) {
      resumedEarly = false;
    } else if (state == State.RUNNING) {
      state = State.SUSPENDED;
    }
  }

  private boolean isInMemory(int reads) {
    ResponseMessage current = response;
    return ((reads & BodyReads.REQUEST) == 0 || request.content().isInMemory())
        && ((reads & BodyReads.RESPONSE) == 0 || current == null || current.content().isInMemory());
  }

  private void buffer(int reads) {
    boolean requestFirst = (reads & BodyReads.REQUEST) != 0 && !request.content().isInMemory();
    ResponseMessage current = response;
    MessageContent content =
        requestFirst || current == null ? request.content() : current.content();
    content.buffer(
        settings.maxBufferedBodyBytes(), this::resume, failure -> failBuffering(failure));
    suspend();
  }

  private void failBuffering(BodyFailure failure) {
    next[depth]++;
    boolean tooLarge = failure == BodyFailure.TOO_LARGE;
    fail(
        new PolicyFailure(
            tooLarge ? "BodyTooLarge" : "BodyReadFailure",
            tooLarge
                ? "The body is larger than the "
                    + settings.maxBufferedBodyBytes()
                    + " bytes that are buffered for a policy."
                : "The body could not be read."));
  }

  private void nextSection() {
    switch (section) {
      case INBOUND -> {
        section = Section.BACKEND;
        enter(program.backend(), null);
      }
      case BACKEND -> {
        section = Section.OUTBOUND;
        if (response == null) {
          response = ResponseMessage.ok();
        }
        enter(program.outbound(), null);
      }
      case OUTBOUND, ON_ERROR -> finish();
    }
  }

  private void finish() {
    state = State.DONE;
    ResponseMessage answer = response;
    if (answer == null) {
      answer = ResponseMessage.ok();
    }
    request.content().discard();
    link.respond(
        new ResponseHead(answer.statusCode(), answer.statusReason(), answer.fields()),
        answer.content().outgoing());
  }

  private void fallInto(RuntimeException failure) {
    ErrorDetail detail = describe(failure);
    if (section == Section.ON_ERROR) {
      // An error inside on-error stops it; what it made of the response so far goes out.
      if (error == null) {
        error = detail;
      }
      depth = -1;
      finish();
      return;
    }
    toOnError(detail, StandardResponses.internalError(requestId()));
  }

  private void toOnError(ErrorDetail detail, ResponseMessage answer) {
    error = detail;
    setResponse(answer);
    depth = -1;
    section = Section.ON_ERROR;
    enter(program.onError(), null);
  }

  private ErrorDetail describe(RuntimeException failure) {
    StepInfo info = depth < 0 ? null : blocks[depth].infos[Math.max(0, next[depth] - 1)];
    String policy = info == null ? "pipeline" : info.policy();
    String id = info == null ? null : info.id();
    if (failure instanceof PolicyFailure own) {
      String source = own.source();
      return new ErrorDetail(
          source == null ? policy : source,
          own.reason(),
          own.text(),
          scope(),
          section.id(),
          path(),
          id);
    }
    return new ErrorDetail(
        policy,
        "ExpressionValueEvaluationFailure",
        "Expression evaluation failed. " + failure.getMessage(),
        scope(),
        section.id(),
        path(),
        id);
  }

  /** The scope of the document whose policy runs now; null outside of policies. */
  public @Nullable String scope() {
    for (int i = depth; i >= 0; i--) {
      String scope = blocks[i].infos[Math.max(0, next[i] - 1)].scope();
      if (scope != null) {
        return scope;
      }
    }
    return null;
  }

  private @Nullable String path() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i <= depth; i++) {
      String label = labels[i];
      if (label != null) {
        path.append(path.length() == 0 ? "" : "/").append(label);
      }
      path.append(path.length() == 0 ? "" : "/")
          .append(blocks[i].infos[Math.max(0, next[i] - 1)].path());
    }
    return path.length() == 0 ? null : path.toString();
  }

  public ExchangeLink link() {
    return link;
  }

  public ExchangeSettings settings() {
    return settings;
  }

  public Section section() {
    return section;
  }

  @Override
  public RequestMessage request() {
    return request;
  }

  @Override
  public @Nullable ResponseMessage response() {
    return response;
  }

  /** Puts another response in place; the body of the former one is dropped. */
  public void setResponse(ResponseMessage next) {
    ResponseMessage former = response;
    if (former != null && former != next) {
      former.content().discard();
    }
    response = next;
  }

  @Override
  public Variables variables() {
    return variables;
  }

  @Override
  public @Nullable ApiView api() {
    return api;
  }

  @Override
  public @Nullable OperationView operation() {
    return operation;
  }

  @Override
  public @Nullable ApimBackend backend() {
    BackendTarget target = request.target();
    return target == null ? null : target.view();
  }

  @Override
  public ApimDeployment deployment() {
    return settings.deployment();
  }

  @Override
  public @Nullable ErrorDetail lastError() {
    return error;
  }

  /** What was last sent upstream; null before. */
  public @Nullable UpstreamRequest forwarded() {
    return forwarded;
  }

  public void setForwarded(UpstreamRequest sent) {
    forwarded = sent;
  }

  @Override
  public UUID requestId() {
    UUID id = requestId;
    if (id == null) {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      // Version 4, variant 2 of RFC 9562; names a request, guards nothing.
      id =
          new UUID(
              (random.nextLong() & ~0xF000L) | 0x4000L,
              (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
      requestId = id;
    }
    return id;
  }

  @Override
  public Instant timestamp() {
    Instant time = timestamp;
    if (time == null) {
      time = Instant.now().minusNanos(System.nanoTime() - startNanos);
      timestamp = time;
    }
    return time;
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
