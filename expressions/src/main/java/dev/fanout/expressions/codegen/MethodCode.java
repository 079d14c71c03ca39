package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.BoundStatement;
import dev.fanout.expressions.binding.LocalSymbol;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One method of an expression's class: what it is handed, its variables, its statements. */
final class MethodCode {
  private static final String METER = Code.RUNTIME + "Meter";

  private final ClassGenerator owner;
  private final MethodVisitor method;
  private final int contextSlot;
  private final Type returnType;
  private final Map<BoundStatement.Return, BoundExpression> results;
  private Consumer<Code> prologue = code -> {};

  /**
   * {@code firstFree} is the first slot behind the parameters.
   *
   * @param results what certain return statements give instead of what they hold
   */
  MethodCode(
      ClassGenerator owner,
      MethodVisitor method,
      int firstFree,
      Type returnType,
      Map<BoundStatement.Return, BoundExpression> results) {
    this.owner = owner;
    this.method = method;
    this.contextSlot = firstFree;
    this.returnType = returnType;
    this.results = results;
  }

  /** What comes first: it puts the context and the parameters into their variables. */
  void prologue(Consumer<Code> code) {
    prologue = code;
  }

  /** {@code isCalled} by other code of the expression, which is counted. */
  void write(BoundStatement body, boolean hasLoops, boolean isCalled) {
    // The first pass only finds out which variables there are: each gets a value before anything
    // else, so that the verifier never meets one that C# knows to be unreachable.
    Code scout = code(new MethodVisitor(Opcodes.ASM9) {});
    prologue.accept(scout);
    Set<LocalSymbol> ready = new HashSet<>(scout.slots().keySet());
    statements(scout, body, isCalled);
    Code code = code(method);
    code.reuse(scout);
    method.visitCode();
    prologue.accept(code);
    if (hasLoops || isCalled) {
      code.call("Fence", "meter", "()L" + METER + ";");
      method.visitVarInsn(Opcodes.ASTORE, meterSlot());
    }
    if (isCalled) {
      method.visitVarInsn(Opcodes.ALOAD, meterSlot());
      method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, METER, "enter", "()V", false);
    }
    for (LocalSymbol symbol : scout.slots().keySet()) {
      if (!ready.contains(symbol)) {
        code.initialize(symbol);
      }
    }
    statements(code, body, isCalled);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private Code code(MethodVisitor visitor) {
    return new Code(owner, visitor, contextSlot, contextSlot + 2);
  }

  private int meterSlot() {
    return contextSlot + 1;
  }

  private void statements(Code code, BoundStatement body, boolean isCalled) {
    Exits exits = new Exits(code, returnType, isCalled ? meterSlot() : -1);
    StatementCode statements = new StatementCode(code, meterSlot(), exits, returnType, results);
    statements.emit(body);
    statements.end(body);
  }
}
