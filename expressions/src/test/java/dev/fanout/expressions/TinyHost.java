package dev.fanout.expressions;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The smallest host: {@code context.Name}, {@code context.Values[…]}, {@code context.Body}. */
public interface TinyHost {
  HostTypes TYPES =
      HostTypes.declare(
          """
          namespace Tiny;
          interface IContext = TinyHost {
            string Name;
            int Count;
            IReadOnlyDictionary<string, object> Values;
            IBody Body;
          }
          interface IBody = TinyHost {
            string Read() -> name;
          }
          static Extensions via TinyHost {
            T Get<T>(this IReadOnlyDictionary<string, object> values, string key, T otherwise = default);
          }
          static Functions via TinyFunctions {
            IEnumerable<R> Map<T, R>(this IEnumerable<T> source, Func<T, R> map);
            IEnumerable<R> Map<T, R>(this IEnumerable<T> source, Func<T, int, R> map) -> mapIndexed;
            IEnumerable<T> Keep<T>(this IEnumerable<T> source, Func<T, bool> keep);
            R Fold<T, R>(this IEnumerable<T> source, R seed, Func<R, T, R> step);
            int Total<T>(this IEnumerable<T> source, Func<T, int> value) -> totalInt;
            long Total<T>(this IEnumerable<T> source, Func<T, long> value) -> totalLong;
            double Total<T>(this IEnumerable<T> source, Func<T, double> value) -> totalDouble;
            decimal Total<T>(this IEnumerable<T> source, Func<T, decimal> value) -> totalDecimal;
            void Each<T>(this IEnumerable<T> source, Action<T> action);
            T Twice<T>(Func<T> make);
            R Apply<T, R>(T value, Converter<T, R> convert);
            string Which(Action action) -> whichAction;
            string Which(Func<int> function) -> whichFunction;
          }
          delegate Converter<in TInput, out TOutput>(TInput input) : TOutput;
          """
              .replace("via TinyFunctions", "via dev.fanout.expressions.TinyFunctions")
              .replace("via TinyHost", "via dev.fanout.expressions.TinyMembers"),
          "Tiny.IContext",
          MethodHandles.lookup(),
          Map.of(MessageBody.REQUEST, List.of(Set.of("IContext.Body", "IBody.Read"))));

  ExpressionCompiler COMPILER =
      new ExpressionCompiler(TYPES, new ExpressionLimits(10_000_000, Duration.ofMinutes(10)));

  @Nullable String name();

  int count();

  ReadOnlyDictionary values();

  TinyHost body();

  /** With a name and values. */
  static TinyHost of(@Nullable String name, Map<String, ?> values) {
    Map<String, Object> copy = new LinkedHashMap<>(values);
    return new TinyHost() {
      @Override
      public @Nullable String name() {
        return name;
      }

      @Override
      public int count() {
        return copy.size();
      }

      @Override
      public ReadOnlyDictionary values() {
        return new ReadOnlyDictionary() {
          @Override
          public int count() {
            return copy.size();
          }

          @Override
          public boolean containsKey(Object key) {
            return copy.containsKey(key);
          }

          @Override
          public @Nullable Object valueOrNull(Object key) {
            return copy.get(key);
          }

          @Override
          public Iterable<?> keys() {
            return copy.keySet();
          }
        };
      }

      @Override
      public TinyHost body() {
        return this;
      }
    };
  }

  static Compilation compile(String expression, ExpressionTarget target) {
    return COMPILER.compile(SourceText.of("test", expression).span(), target);
  }

  /** The value of an expression that must compile. */
  static @Nullable Object value(String expression, TinyHost context) {
    Compilation compilation = compile(expression, ExpressionTarget.OBJECT);
    if (compilation.expression().isEmpty()) {
      throw new AssertionError(expression + ": " + compilation.issues());
    }
    return compilation.expression().get().evaluate(context);
  }

  static @Nullable Object value(String expression) {
    return value(expression, of("name", Map.of()));
  }

  /** The issues of an expression that must not compile. */
  static List<Issue> issues(String expression) {
    Compilation compilation = compile(expression, ExpressionTarget.OBJECT);
    if (compilation.expression().isPresent()) {
      throw new AssertionError(expression + " compiles");
    }
    return compilation.issues();
  }
}
