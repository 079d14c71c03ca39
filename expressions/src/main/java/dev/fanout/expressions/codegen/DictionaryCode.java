package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.ConversionKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Members of dictionaries with a text as key that is known. There is nothing to check then, and the
 * interface is called by the expression's own code, where the JIT sees the one class that it meets;
 * in the library's it sees those of all expressions.
 */
final class DictionaryCode {
  private static final String CHECKED = Code.RUNTIME + "Dictionaries";
  private static final String DICTIONARY = Code.RUNTIME + "ReadOnlyDictionary";

  /** What the library's class only hands on, behind a look at the key. */
  private static final Map<String, String> DESCRIPTORS =
      Map.of(
          "item", "(Ljava/lang/Object;)Ljava/lang/Object;",
          "containsKey", "(Ljava/lang/Object;)Z",
          "valueOrNull", "(Ljava/lang/Object;)Ljava/lang/Object;",
          "valueOr", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");

  private DictionaryCode() {}

  /** Writes the call, if it is one of these; gives what it leaves, or null. */
  static @Nullable Type emit(Code code, BoundExpression.Call call) {
    if (!isDirect(call)) {
      return null;
    }
    String descriptor = DESCRIPTORS.getOrDefault(call.target().name(), "");
    call.arguments().forEach(code::emit);
    code.method.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, DICTIONARY, call.target().name(), descriptor, true);
    return Type.getReturnType(descriptor);
  }

  /** Is it one of these? */
  static boolean isDirect(BoundExpression.Call call) {
    return call.target().owner().equals(CHECKED)
        && DESCRIPTORS.containsKey(call.target().name())
        && isText(call.arguments().get(1));
  }

  private static boolean isText(BoundExpression key) {
    if (key instanceof BoundExpression.Conversion conversion) {
      boolean isSame =
          conversion.kind() == ConversionKind.NONE || conversion.kind() == ConversionKind.BOX;
      return isSame && isText(conversion.operand());
    }
    return key instanceof BoundExpression.Constant constant && constant.value() instanceof String;
  }
}
