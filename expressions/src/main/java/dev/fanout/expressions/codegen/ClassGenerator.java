package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundBody;
import dev.fanout.expressions.binding.JvmForm;
import dev.fanout.expressions.binding.LocalSymbol;
import dev.fanout.expressions.runtime.Budget;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the class of one expression. */
public final class ClassGenerator {
  private static final int FIRST_FREE = 4;
  private static final int CONTEXT_SLOT = 2;
  private static final int BUDGET_SLOT = 3;
  private static final String SUPER = Code.RUNTIME + "CompiledCode";

  private ClassGenerator() {}

  /**
   * The bytes of a hidden class.
   *
   * @param packageName with slashes: the package of the lookup that will define it
   * @param contextType the JVM class of the host's object
   */
  public static byte[] generate(BoundBody body, String packageName, JvmForm contextType) {
    ClassWriter writer = new PlainClassWriter();
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        packageName + "/Expression",
        null,
        SUPER,
        null);
    constructor(writer);
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, "run", "(Ljava/lang/Object;)Ljava/lang/Object;", null, null);
    // The first pass only finds out which variables there are: each gets a value before anything
    // else, so that the verifier never meets one that C# knows to be unreachable.
    Code scout = new Code(new MethodVisitor(Opcodes.ASM9) {}, CONTEXT_SLOT, FIRST_FREE);
    new StatementCode(scout, BUDGET_SLOT).emit(body.statement());
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitTypeInsn(Opcodes.CHECKCAST, contextType.type().getInternalName());
    method.visitVarInsn(Opcodes.ASTORE, CONTEXT_SLOT);
    Code code = new Code(method, CONTEXT_SLOT, FIRST_FREE);
    code.reuse(scout);
    if (body.hasLoops()) {
      code.pushInt(Budget.MOST_STEPS);
      method.visitVarInsn(Opcodes.ISTORE, BUDGET_SLOT);
    }
    for (Map.Entry<LocalSymbol, Integer> entry : scout.slots().entrySet()) {
      JvmForm form = entry.getKey().type().form();
      code.zero(form);
      method.visitVarInsn(form.store(), entry.getValue());
    }
    new StatementCode(code, BUDGET_SLOT).emit(body.statement());
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(ClassWriter writer) {
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "()V", false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
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
