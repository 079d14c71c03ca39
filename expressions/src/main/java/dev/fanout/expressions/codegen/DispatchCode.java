package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** {@code invoke}, for each number of arguments: calls the method of the lambda that this is. */
final class DispatchCode {
  private static final String OBJECT = "Ljava/lang/Object;";

  private final ClassWriter writer;
  private final String className;
  private final List<BoundExpression.Lambda> lambdas;

  DispatchCode(ClassWriter writer, String className, List<BoundExpression.Lambda> lambdas) {
    this.writer = writer;
    this.className = className;
    this.lambdas = lambdas;
  }

  static String methodOf(int number) {
    return "lambda" + number;
  }

  static String descriptor(int count) {
    return "(" + OBJECT.repeat(count) + ")" + OBJECT;
  }

  void emit() {
    Map<Integer, List<Integer>> byCount = new TreeMap<>();
    for (int i = 0; i < lambdas.size(); i++) {
      byCount
          .computeIfAbsent(lambdas.get(i).parameters().size(), count -> new ArrayList<>())
          .add(i + 1);
    }
    byCount.forEach(this::emit);
  }

  private void emit(int count, List<Integer> numbers) {
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "invoke", descriptor(count), null, null);
    method.visitCode();
    int last = numbers.size() - 1;
    if (last > 0) {
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitFieldInsn(Opcodes.GETFIELD, className, "lambda", "I");
      Label[] labels = new Label[last];
      int[] keys = new int[last];
      for (int i = 0; i < last; i++) {
        labels[i] = new Label();
        keys[i] = numbers.get(i);
      }
      Label otherwise = new Label();
      method.visitLookupSwitchInsn(otherwise, keys, labels);
      for (int i = 0; i < last; i++) {
        method.visitLabel(labels[i]);
        call(method, count, keys[i]);
      }
      method.visitLabel(otherwise);
    }
    call(method, count, numbers.get(last));
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void call(MethodVisitor method, int count, int number) {
    for (int slot = 0; slot <= count; slot++) {
      method.visitVarInsn(Opcodes.ALOAD, slot);
    }
    method.visitMethodInsn(
        Opcodes.INVOKESPECIAL, className, methodOf(number), descriptor(count), false);
    method.visitInsn(Opcodes.ARETURN);
  }
}
