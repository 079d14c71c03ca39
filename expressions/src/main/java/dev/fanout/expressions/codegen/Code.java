package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.JvmForm;
import dev.fanout.expressions.binding.LocalSymbol;
import java.util.IdentityHashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The method that is being written: its visitor, its variables, and the writers of each kind. */
final class Code {
  static final String RUNTIME = "dev/fanout/expressions/runtime/";

  final ClassGenerator owner;
  final MethodVisitor method;
  private final Map<LocalSymbol, Integer> slots = new IdentityHashMap<>();
  private final int contextSlot;
  private final ExpressionCode expressions = new ExpressionCode(this);
  private int nextSlot;

  /** {@code contextSlot} holds the host's object; {@code firstFree} and what follows is free. */
  Code(ClassGenerator owner, MethodVisitor method, int contextSlot, int firstFree) {
    this.owner = owner;
    this.method = method;
    this.contextSlot = contextSlot;
    this.nextSlot = firstFree;
  }

  void emit(BoundExpression expression) {
    expressions.emit(expression);
  }

  /** The expression for its effect: leaves nothing. */
  void effect(BoundExpression expression) {
    if (expression instanceof BoundExpression.Assignment assignment) {
      AssignmentCode.assign(this, assignment, false);
    } else if (expression instanceof BoundExpression.Update update) {
      AssignmentCode.update(this, update, false);
    } else if (expression instanceof BoundExpression.Let let) {
      emit(let.value());
      declare(let.symbol());
      effect(let.body());
    } else if (expression instanceof BoundExpression.Sequence sequence) {
      sequence.effects().forEach(this::effect);
      effect(sequence.value());
    } else if (expression instanceof BoundExpression.TupleLiteral literal) {
      literal.items().forEach(this::effect);
    } else if (!(expression instanceof BoundExpression.Local)) {
      emit(expression);
      pop(expression.type());
    }
  }

  /** Jumps if the condition is false, else goes on; leaves nothing. */
  void jumpIfFalse(BoundExpression condition, Label target) {
    ConditionCode.jump(this, condition, false, target);
  }

  void jumpIfTrue(BoundExpression condition, Label target) {
    ConditionCode.jump(this, condition, true, target);
  }

  int newSlot(int size) {
    int slot = nextSlot;
    nextSlot += size;
    return slot;
  }

  int slot(LocalSymbol symbol) {
    Integer slot = slots.get(symbol);
    if (slot == null) {
      slot = newSlot(symbol.isCaptured() ? 1 : symbol.type().form().slots());
      slots.put(symbol, slot);
    }
    return slot;
  }

  void load(LocalSymbol symbol) {
    if (symbol.isCaptured()) {
      CellCode.load(method, symbol, slot(symbol));
    } else {
      method.visitVarInsn(symbol.type().form().load(), slot(symbol));
    }
  }

  void store(LocalSymbol symbol) {
    if (symbol.isCaptured()) {
      CellCode.store(method, symbol, slot(symbol));
    } else {
      method.visitVarInsn(symbol.type().form().store(), slot(symbol));
    }
  }

  /** Stores what is on the stack in a variable that begins to live here. */
  void declare(LocalSymbol symbol) {
    renew(symbol);
    store(symbol);
  }

  /** The variable begins to live here: lambdas keep the one that they know. */
  void renew(LocalSymbol symbol) {
    if (symbol.isCaptured()) {
      CellCode.create(method, symbol, slot(symbol));
    }
  }

  /** What the JVM wants to find in the slot before anything is assigned. */
  void initialize(LocalSymbol symbol) {
    if (symbol.isCaptured()) {
      renew(symbol);
    } else {
      JvmForm form = symbol.type().form();
      zero(form);
      method.visitVarInsn(form.store(), slot(symbol));
    }
  }

  void storeContext() {
    method.visitVarInsn(Opcodes.ASTORE, contextSlot);
  }

  void loadContext() {
    method.visitVarInsn(Opcodes.ALOAD, contextSlot);
  }

  Map<LocalSymbol, Integer> slots() {
    return slots;
  }

  /** Takes the variables of an earlier pass over the same tree. */
  void reuse(Code earlier) {
    slots.putAll(earlier.slots);
    nextSlot = Math.max(nextSlot, earlier.nextSlot);
  }

  void call(String owner, String name, String descriptor) {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, RUNTIME + owner, name, descriptor, false);
  }

  void pop(ClrType type) {
    JvmForm form = type.form();
    if (form.slots() > 0) {
      method.visitInsn(form.slots() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  /** The JVM's zero of the form: what a variable holds before anything is assigned. */
  void zero(JvmForm form) {
    method.visitInsn(
        switch (form.type().getSort()) {
          case org.objectweb.asm.Type.LONG -> Opcodes.LCONST_0;
          case org.objectweb.asm.Type.FLOAT -> Opcodes.FCONST_0;
          case org.objectweb.asm.Type.DOUBLE -> Opcodes.DCONST_0;
          case org.objectweb.asm.Type.OBJECT, org.objectweb.asm.Type.ARRAY -> Opcodes.ACONST_NULL;
          default -> Opcodes.ICONST_0;
        });
  }

  void pushInt(int value) {
    if (value >= -1 && value <= 5) {
      method.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      method.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value == (short) value) {
      method.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      method.visitLdcInsn(value);
    }
  }
}
