package dev.fanout.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.PathAndQuery;
import dev.fanout.gateway.http.OutgoingBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private final FakeLink link = new FakeLink();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stopTheLoop() {
    link.close();
  }

  @Nested
  class Sections {

    @Test
    void run_in_order() {
      run(program(note("in"), note("back"), note("out"), note("error")));
      assertThat(log).containsExactly("in", "back", "out");
      assertThat(link.answer.join().status()).isEqualTo(200);
    }

    @Test
    void are_skipped_after_an_end() {
      run(program(block(step("in"), end(), step("never")), note("back"), note("out"), Block.EMPTY));
      assertThat(log).containsExactly("in");
    }

    @Test
    void are_skipped_after_a_failure_but_for_on_error() {
      Exchange exchange =
          run(
              program(
                  block(step("in"), failing(), step("never")), note("b"), note("o"), note("e")));
      assertThat(log).containsExactly("in", "e");
      assertThat(link.answer.join().status()).isEqualTo(500);
      assertThat(exchange.lastError())
          .isEqualTo(
              new ErrorDetail(
                  "failing", "Broken", "It broke.", "api", "inbound", "failing[1]", "my-id"));
    }

    @Test
    void end_with_what_there_is_when_on_error_fails_too() {
      Exchange exchange =
          run(
              program(
                  Block.EMPTY,
                  block(failing()),
                  Block.EMPTY,
                  block(step("first"), failing(), step("never"))));
      assertThat(log).containsExactly("first");
      assertThat(link.answer.join().status()).isEqualTo(500);
      assertThat(exchange.lastError().section()).isEqualTo("backend");
    }

    @Test
    void answer_500_when_a_step_has_a_bug() {
      Step buggy =
          exchange -> {
            throw new IllegalStateException("a bug");
          };
      Exchange exchange = run(program(block(buggy), note("b"), note("o"), note("e")));
      assertThat(link.answer.join().status()).isEqualTo(500);
      assertThat(exchange.lastError().reason()).isEqualTo("InternalError");
      assertThat(log).isEmpty();
    }

    @Test
    void answer_errors_with_the_text_of_live_captures() {
      Exchange exchange = run(program(block(failing()), Block.EMPTY, Block.EMPTY, Block.EMPTY));
      link.answer.join();
      assertThat(new String(((OutgoingBody.Bytes) link.answerBody).bytes(), StandardCharsets.UTF_8))
          .isEqualTo(
              "{ \"statusCode\": 500, \"message\": \"Internal server error\", \"activityId\": \""
                  + exchange.requestId()
                  + "\" }");
    }
  }

  @Nested
  class Suspension {

    @Test
    void works_in_every_section() {
      Block inbound = block(step("in1"), suspending("in"), step("in2"));
      Block backend = block(suspending("back"), step("back2"));
      Block outbound = block(step("out1"), suspending("out"));
      run(program(inbound, backend, outbound, Block.EMPTY));
      assertThat(link.answer.join().status()).isEqualTo(200);
      assertThat(log).containsExactly("in1", "in", "in2", "back", "back2", "out1", "out");
    }

    @Test
    void works_in_on_error() {
      run(program(block(failing()), Block.EMPTY, Block.EMPTY, block(suspending("e"), step("e2"))));
      link.answer.join();
      assertThat(log).containsExactly("e", "e2");
    }

    @Test
    void works_in_nested_blocks_and_keeps_the_path_of_a_later_failure() {
      Block inner = block(suspending("deep"), step("deep2"), failing());
      Block middle = block(suspending("middle"), entering(inner, "otherwise"), step("never"));
      Exchange exchange =
          run(program(block(entering(middle, "when[2]")), Block.EMPTY, Block.EMPTY, note("e")));
      link.answer.join();
      assertThat(log).containsExactly("middle", "deep", "deep2", "e");
      assertThat(exchange.lastError().path())
          .isEqualTo("entering[1]/when[2]/entering[1]/otherwise/failing[1]");
    }

    @Test
    void does_not_grow_the_stack_when_steps_resume_at_once() {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < 100_000; i++) {
        steps.add(
            exchange -> {
              exchange.resume();
              return Flow.SUSPEND;
            });
      }
      run(program(block(steps.toArray(Step[]::new)), Block.EMPTY, Block.EMPTY, Block.EMPTY));
      assertThat(link.answer.join().status()).isEqualTo(200);
    }

    @Test
    void may_end_in_a_failure_from_another_thread() {
      Step step =
          exchange -> {
            new Thread(() -> exchange.fail(new PolicyFailure("Late", "Too late."))).start();
            return Flow.SUSPEND;
          };
      Exchange exchange = run(program(block(step), Block.EMPTY, Block.EMPTY, note("e")));
      link.answer.join();
      assertThat(exchange.lastError().reason()).isEqualTo("Late");
      assertThat(log).containsExactly("e");
    }

    @Test
    void is_not_resumed_after_the_client_has_gone() throws Exception {
      Exchange[] kept = new Exchange[1];
      Step step =
          exchange -> {
            kept[0] = exchange;
            return Flow.SUSPEND;
          };
      run(program(block(step, step("never")), Block.EMPTY, Block.EMPTY, Block.EMPTY));
      link.eventLoop().submit(() -> kept[0].abort()).get(5, TimeUnit.SECONDS);
      link.eventLoop().submit(() -> kept[0].resume()).get(5, TimeUnit.SECONDS);
      assertThat(log).isEmpty();
      assertThat(link.answer).isNotDone();
      assertThat(kept[0].lastError().reason()).isEqualTo("ClientConnectionFailure");
    }
  }

  private Exchange run(ExchangeProgram program) {
    Exchange exchange =
        new Exchange(
            link,
            ExchangeSettings.DEFAULT,
            program,
            null,
            null,
            MatchedParameters.NONE,
            new PathAndQuery("/a", "b=c"));
    link.eventLoop().submit(exchange::start).syncUninterruptibly();
    return exchange;
  }

  private static ExchangeProgram program(
      Block inbound, Block backend, Block outbound, Block onError) {
    return new ExchangeProgram(inbound, backend, outbound, onError);
  }

  private Block note(String text) {
    return block(step(text));
  }

  private static Block block(Step... steps) {
    List<Block.Entry> entries = new ArrayList<>();
    for (Step step : steps) {
      String name =
          step instanceof Failing ? "failing" : step instanceof Entering ? "entering" : "step";
      entries.add(
          new Block.Entry(step, new StepInfo(name, name + "[1]", "api", "my-id"), BodyReads.NONE));
    }
    return new Block(entries);
  }

  private Step step(String text) {
    return exchange -> {
      log.add(text);
      return Flow.NEXT;
    };
  }

  private Step suspending(String text) {
    return exchange -> {
      exchange
          .link()
          .eventLoop()
          .schedule(
              () -> {
                log.add(text);
                exchange.resume();
              },
              1,
              TimeUnit.MILLISECONDS);
      return Flow.SUSPEND;
    };
  }

  private static Step end() {
    return exchange -> Flow.END;
  }

  private static Step failing() {
    return new Failing();
  }

  private static Step entering(Block block, String label) {
    return new Entering(block, label);
  }

  private record Failing() implements Step {
    @Override
    public Flow run(Exchange exchange) {
      throw new PolicyFailure("Broken", "It broke.");
    }
  }

  private record Entering(Block block, String label) implements Step {
    @Override
    public Flow run(Exchange exchange) {
      exchange.enter(block, label);
      return Flow.NEXT;
    }
  }
}
