package dev.fanout.functionhost;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function's method, its parameters bound by annotation as the Java worker binds them. As there,
 * each invocation gets a new object of the function's class.
 */
final class LoadedFunction {
  private static final String TIMED_SUFFIX = "Timed";

  private final FunctionDefinition definition;
  private final ClassLoader loader;
  private final MethodHandle newInstance;
  private final MethodHandle method;
  private final @Nullable MethodHandle timedTwin;
  private final Binding[] bindings;

  /** Makes one argument. */
  private interface Binding {
    @Nullable Object bind(Invocation invocation);
  }

  /**
   * One request on its way to the function.
   *
   * @param headers lower-case names
   * @param routeValues raw values of the route's named segments
   */
  record Invocation(
      HttpMethod method,
      String rawTarget,
      Map<String, String> headers,
      byte[] body,
      Map<String, String> routeValues) {}

  private LoadedFunction(
      FunctionDefinition definition,
      ClassLoader loader,
      MethodHandle newInstance,
      MethodHandle method,
      @Nullable MethodHandle timedTwin,
      Binding[] bindings) {
    this.definition = definition;
    this.loader = loader;
    this.newInstance = newInstance;
    this.method = method;
    this.timedTwin = timedTwin;
    this.bindings = bindings;
  }

  static LoadedFunction load(FunctionDefinition definition, ClassLoader loader)
      throws StagingFolderException {
    String entryPoint = definition.className() + "." + definition.methodName();
    try {
      Class<?> type = Class.forName(definition.className(), true, loader);
      Method found = methodNamed(type, definition.methodName());
      List<Binding> bindings = new ArrayList<>();
      for (Parameter parameter : found.getParameters()) {
        bindings.add(binding(parameter, definition.name()));
      }
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodHandle handle = spreading(lookup.unreflect(found));
      MethodHandle constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class))
              .asType(MethodType.genericMethodType(0));
      return new LoadedFunction(
          definition,
          loader,
          constructor,
          handle,
          timedTwin(type, found),
          bindings.toArray(Binding[]::new));
    } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException e) {
      throw new StagingFolderException(
          "function " + definition.name() + ": " + entryPoint + " cannot be used: " + e, e);
    }
  }

  /** Takes the object and an array of the arguments. */
  private static MethodHandle spreading(MethodHandle method) {
    int count = method.type().parameterCount();
    return method.asType(MethodType.genericMethodType(count)).asSpreader(Object[].class, count - 1);
  }

  /**
   * A public method of the same class with {@code Timed} behind its name, the same parameters and a
   * timer behind them, that promises the same answer; or null.
   */
  private static @Nullable MethodHandle timedTwin(Class<?> type, Method method)
      throws IllegalAccessException {
    Class<?>[] parameters =
        Arrays.copyOf(method.getParameterTypes(), method.getParameterCount() + 1);
    parameters[parameters.length - 1] = LongFunction.class;
    try {
      Method twin = type.getMethod(method.getName() + TIMED_SUFFIX, parameters);
      return twin.getReturnType() == CompletionStage.class
          ? spreading(MethodHandles.publicLookup().unreflect(twin))
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static Method methodNamed(Class<?> type, String name) throws NoSuchMethodException {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && !method.isBridge()) {
        return method;
      }
    }
    throw new NoSuchMethodException("no public method " + name);
  }

  private static Binding binding(Parameter parameter, String functionName) {
    if (parameter.getType() == ExecutionContext.class) {
      return new ContextBinding(functionName);
    }
    if (parameter.isAnnotationPresent(HttpTrigger.class)
        && parameter.getType() == HttpRequestMessage.class) {
      return new RequestBinding(bodyForm(parameter.getParameterizedType()));
    }
    BindingName name = parameter.getAnnotation(BindingName.class);
    if (name != null && parameter.getType() == String.class) {
      return new NameBinding(name.value());
    }
    throw new IllegalArgumentException("parameter '" + parameter + "' has no binding known here");
  }

  private record ContextBinding(String functionName) implements Binding {
    @Override
    public Object bind(Invocation invocation) {
      return new HostedContext(functionName);
    }
  }

  private record RequestBinding(BodyForm form) implements Binding {
    @Override
    public Object bind(Invocation invocation) {
      return new HostedRequest(
          invocation.method(),
          invocation.rawTarget(),
          invocation.headers(),
          form.of(invocation.body()));
    }
  }

  /** The worker knows no value for an empty segment and fails; so does this. */
  private record NameBinding(String name) implements Binding {
    @Override
    public Object bind(Invocation invocation) {
      String value = invocation.routeValues().getOrDefault(name, "");
      if (value.isEmpty()) {
        throw new IllegalArgumentException("Cannot find matched @BindingName '" + name + "'");
      }
      return java.net.URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }

  /** How a function wants the body. */
  private enum BodyForm {
    TEXT,
    OPTIONAL_TEXT,
    BYTES,
    OPTIONAL_BYTES;

    @Nullable Object of(byte[] body) {
      boolean none = body.length == 0;
      return switch (this) {
        case TEXT -> none ? null : text(body);
        case OPTIONAL_TEXT -> none ? Optional.empty() : Optional.of(text(body));
        case BYTES -> none ? null : body;
        case OPTIONAL_BYTES -> none ? Optional.empty() : Optional.of(body);
      };
    }

    private static String text(byte[] body) {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private static BodyForm bodyForm(Type request) {
    Type body =
        request instanceof ParameterizedType generic
            ? generic.getActualTypeArguments()[0]
            : Object.class;
    if (body == String.class) {
      return BodyForm.TEXT;
    }
    if (body == byte[].class) {
      return BodyForm.BYTES;
    }
    if (body instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      Type inner = generic.getActualTypeArguments()[0];
      if (inner == String.class) {
        return BodyForm.OPTIONAL_TEXT;
      }
      if (inner == byte[].class) {
        return BodyForm.OPTIONAL_BYTES;
      }
    }
    throw new IllegalArgumentException("a request body as " + body + " is not supported");
  }

  FunctionDefinition definition() {
    return definition;
  }

  /** Whether {@link #invokeTimed} may be called. */
  boolean hasTimedTwin() {
    return timedTwin != null;
  }

  /** Runs the function on the calling thread, for as long as it takes. */
  HttpResponseMessage invoke(Invocation invocation) throws Throwable {
    Object function = newFunction();
    return response((Object) method.invokeExact(function, arguments(invocation, 0)));
  }

  /**
   * Starts the function's timed twin, which does not block.
   *
   * @param delay given nanoseconds, completes after them with how many it took
   */
  CompletionStage<?> invokeTimed(Invocation invocation, LongFunction<CompletionStage<Long>> delay)
      throws Throwable {
    Object function = newFunction();
    @Nullable Object[] arguments = arguments(invocation, 1);
    arguments[bindings.length] = delay;
    MethodHandle twin = java.util.Objects.requireNonNull(timedTwin);
    return (CompletionStage<?>) (Object) twin.invokeExact(function, arguments);
  }

  /** What a function returned, as a response. */
  static HttpResponseMessage response(@Nullable Object result) {
    return result instanceof HttpResponseMessage response
        ? response
        : new HostedResponse(HttpStatus.OK, List.of(), result);
  }

  private Object newFunction() throws Throwable {
    Thread thread = Thread.currentThread();
    if (thread.getContextClassLoader() != loader) {
      thread.setContextClassLoader(loader);
    }
    return (Object) newInstance.invokeExact();
  }

  private @Nullable Object[] arguments(Invocation invocation, int more) {
    @Nullable Object[] arguments = new Object[bindings.length + more];
    for (int i = 0; i < bindings.length; i++) {
      arguments[i] = bindings[i].bind(invocation);
    }
    return arguments;
  }
}
