package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundBody;
import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.FunctionSymbol;
import dev.fanout.expressions.binding.JvmForm;
import dev.fanout.expressions.binding.LocalSymbol;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of one expression: {@code run}, a method for each lambda and local function that
 * is met, and {@code invoke}, which finds the method of a lambda. One class for all of it, since
 * defining a class is what costs.
 */
public final class ClassGenerator {
  private static final String SUPER = Code.RUNTIME + "CompiledCode";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String CLOSURE = "(ILjava/lang/String;" + OBJECT + "[" + OBJECT + ")V";
  private static final Type OBJECT_TYPE = Type.getType(OBJECT);

  private final ClassWriter writer = new PlainClassWriter();
  private final String name;
  private final JvmForm contextType;
  private final List<BoundExpression.Lambda> lambdas = new ArrayList<>();
  private final Map<BoundExpression.Lambda, Integer> lambdaNumbers = new IdentityHashMap<>();
  private final List<FunctionSymbol> functions = new ArrayList<>();

  private ClassGenerator(String name, JvmForm contextType) {
    this.name = name;
    this.contextType = contextType;
  }

  /**
   * The bytes of a hidden class.
   *
   * @param packageName with slashes: the package of the lookup that will define it
   * @param contextType the JVM class of the host's object
   */
  public static byte[] generate(BoundBody body, String packageName, JvmForm contextType) {
    return new ClassGenerator(packageName + "/Expression", contextType).write(body);
  }

  /** The class's own name, which only instructions may use: descriptors cannot name it. */
  String name() {
    return name;
  }

  /** The number of the lambda, from 1. */
  int number(BoundExpression.Lambda lambda) {
    return lambdaNumbers.computeIfAbsent(
        lambda,
        added -> {
          lambdas.add(added);
          return lambdas.size();
        });
  }

  /** The name of the function's method. */
  String methodOf(FunctionSymbol function) {
    int index = functions.indexOf(function);
    if (index < 0) {
      index = functions.size();
      functions.add(function);
    }
    return "function" + index;
  }

  /** The context, the cells of what it captures, its parameters. */
  String descriptorOf(FunctionSymbol function) {
    StringBuilder descriptor = new StringBuilder("(").append(contextType.descriptor());
    for (LocalSymbol symbol : function.frame().captured()) {
      descriptor.append('L').append(CellCode.classOf(symbol)).append(';');
    }
    for (int i = 0; i < function.parameters().size(); i++) {
      LocalSymbol parameter = function.parameters().get(i);
      descriptor.append(
          function.isByReference(i)
              ? "L" + CellCode.classOf(parameter) + ";"
              : parameter.type().form().descriptor());
    }
    return descriptor.append(')').append(function.type().form().descriptor()).toString();
  }

  private byte[] write(BoundBody body) {
    writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, SUPER, null);
    constructor("()V", Opcodes.ACC_PUBLIC);
    run(body);
    int lambda = 0;
    int function = 0;
    while (lambda < lambdas.size() || function < functions.size()) {
      if (lambda < lambdas.size()) {
        lambda(lambdas.get(lambda), lambda + 1);
        lambda++;
      } else {
        function(functions.get(function));
        function++;
      }
    }
    if (!lambdas.isEmpty()) {
      constructor(CLOSURE, Opcodes.ACC_PRIVATE);
      new DispatchCode(writer, name, lambdas).emit();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void constructor(String descriptor, int access) {
    MethodVisitor method = writer.visitMethod(access, "<init>", descriptor, null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    int slot = 1;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      method.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
      slot += argument.getSize();
    }
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", descriptor, false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void run(BoundBody body) {
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "(" + OBJECT + ")" + OBJECT, null, null);
    MethodCode code = new MethodCode(this, method, 2, OBJECT_TYPE, Map.of());
    code.prologue(
        prologue -> {
          prologue.method.visitVarInsn(Opcodes.ALOAD, 1);
          castContext(prologue);
        });
    code.write(body.statement(), body.hasLoops(), false);
  }

  private void lambda(BoundExpression.Lambda lambda, int number) {
    int count = lambda.parameters().size();
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PRIVATE,
            DispatchCode.methodOf(number),
            DispatchCode.descriptor(count),
            null,
            null);
    MethodCode code = new MethodCode(this, method, count + 1, OBJECT_TYPE, lambda.results());
    code.prologue(
        prologue -> {
          prologue.method.visitVarInsn(Opcodes.ALOAD, 0);
          prologue.method.visitFieldInsn(Opcodes.GETFIELD, name, "host", OBJECT);
          castContext(prologue);
          int index = 0;
          for (LocalSymbol symbol : lambda.frame().captured()) {
            prologue.method.visitVarInsn(Opcodes.ALOAD, 0);
            prologue.method.visitFieldInsn(Opcodes.GETFIELD, name, "captured", "[" + OBJECT);
            prologue.pushInt(index++);
            prologue.method.visitInsn(Opcodes.AALOAD);
            prologue.method.visitTypeInsn(Opcodes.CHECKCAST, CellCode.classOf(symbol));
            prologue.method.visitVarInsn(Opcodes.ASTORE, prologue.slot(symbol));
          }
          for (int i = 0; i < count; i++) {
            LocalSymbol parameter = lambda.parameters().get(i);
            prologue.method.visitVarInsn(Opcodes.ALOAD, i + 1);
            ConversionCode.known(prologue, parameter.type());
            prologue.declare(parameter);
          }
        });
    code.write(lambda.body(), lambda.frame().hasLoops(), true);
  }

  private void castContext(Code code) {
    code.method.visitTypeInsn(Opcodes.CHECKCAST, contextType.type().getInternalName());
    code.storeContext();
  }

  private void function(FunctionSymbol function) {
    String descriptor = descriptorOf(function);
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, methodOf(function), descriptor, null, null);
    int arguments = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
    MethodCode code =
        new MethodCode(this, method, arguments, Type.getReturnType(descriptor), Map.of());
    code.prologue(
        prologue -> {
          prologue.method.visitVarInsn(Opcodes.ALOAD, 0);
          prologue.storeContext();
          int slot = 1;
          for (LocalSymbol symbol : function.frame().captured()) {
            prologue.method.visitVarInsn(Opcodes.ALOAD, slot++);
            prologue.method.visitVarInsn(Opcodes.ASTORE, prologue.slot(symbol));
          }
          for (int i = 0; i < function.parameters().size(); i++) {
            LocalSymbol parameter = function.parameters().get(i);
            if (function.isByReference(i)) {
              prologue.method.visitVarInsn(Opcodes.ALOAD, slot++);
              prologue.method.visitVarInsn(Opcodes.ASTORE, prologue.slot(parameter));
              continue;
            }
            JvmForm form = parameter.type().form();
            prologue.method.visitVarInsn(form.load(), slot);
            slot += form.slots();
            prologue.declare(parameter);
          }
        });
    code.write(function.body(), function.frame().hasLoops(), true);
  }

  /** Frames without loading classes: what two classes have in common is Object. */
  private static final class PlainClassWriter extends ClassWriter {
    PlainClassWriter() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return one.equals(other) ? one : "java/lang/Object";
    }
  }
}
