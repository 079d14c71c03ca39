package dev.fanout.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.SourceText;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitializerTest {
  private static final ExpressionCompiler COMPILER =
      new ExpressionCompiler(
          HostTypes.declare(
              """
              namespace Tiny;
              interface IContext = TinyHost { string Name; }
              class Bag<reified T> = TinyBag : IEnumerable<T> {
                new() -> create;
                new(string label) -> create;
                void Add(T item);
                void Add(T item, int times);
                T this[int index] { get; set; }
                int Size;
                string Label { get; set; }
                string Kind;
                Bag<T> Inner;
              }
              """,
              "Tiny.IContext",
              MethodHandles.lookup(),
              Map.of()));

  private static Object value(String expression) {
    return compile(expression).expression().orElseThrow().evaluate(TinyHost.of("", Map.of()));
  }

  private static Compilation compile(String expression) {
    return COMPILER.compile(SourceText.of("test", expression).span(), ExpressionTarget.OBJECT);
  }

  @Nested
  class ACollection {
    @Test
    void is_filled_by_its_add_method() {
      assertThat(value("@(new Bag<int> { 1, { 2, 3 }, 4 }.Size)")).isEqualTo(5);
      assertThat(value("@(new Bag<int>() { 1, 2, }[1])")).isEqualTo(2);
    }

    @Test
    void knows_the_type_of_its_items() {
      assertThat(value("@(new Bag<int>().Kind)")).isEqualTo("System.Int32");
      assertThat(value("@(new Bag<Bag<int?[]>>(\"x\").Kind)"))
          .isEqualTo("Tiny.Bag<System.Nullable<System.Int32>[]>");
    }
  }

  @Nested
  class AnObject {
    @Test
    void is_given_its_members() {
      assertThat(value("@(new Bag<string>(\"a\") { Label = \"b\" + 1 }.Label)")).isEqualTo("b1");
      assertThat(value("@{ var b = new Bag<long> { 1L }; b[0] += 41; return b[0]; }"))
          .isEqualTo(42L);
      assertThat(value("@(new Bag<int> { [0] = 5, [2] = 7 }[2])")).isEqualTo(7);
    }

    @Test
    void fills_what_a_member_holds_already() {
      assertThat(value("@(new Bag<int> { Label = \"x\", Inner = { 1, 2 } }.Inner.Size)"))
          .isEqualTo(2);
      assertThat(value("@(new Bag<int> { Inner = { Label = \"y\" } }.Inner.Label)")).isEqualTo("y");
    }
  }

  @Nested
  class AProperty {
    @Test
    void is_assigned_and_changed() {
      assertThat(
              value(
                  "@{ var b = new Bag<int>(); b.Label = \"a\"; b.Label += \"b\"; var c = b.Label ="
                      + " b.Label + \"c\"; return c + b.Label; }"))
          .isEqualTo("abcabc");
      assertThat(
              value(
                  "@{ var b = new Bag<int> { 5 }; int i = 0; var old = b[i++]++; return old + \":\""
                      + " + b[0] + \":\" + i + \":\" + --b[0]; }"))
          .isEqualTo("5:6:1:5");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@(new Bag<int> { \"a\" })",
        "@(new Bag<int> { Label = 1 })",
        "@(new Bag<int> { Missing = 1 })",
        "@(new Bag<int> { Label = \"a\", 1 })",
        "@(new Bag<int> { Size = 1 })",
        "@{ var b = new Bag<int>(); b.Size = 1; return b; }",
        "@{ var b = new Bag<int>(); b[0] = \"a\"; return b; }",
        "@(new string('a', 1) { Length = 1 })",
      })
  void what_does_not_fit_is_refused(String expression) {
    assertThat(compile(expression).issues()).isNotEmpty();
  }
}
