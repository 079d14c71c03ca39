package dev.fanout.expressions.codegen;

import dev.fanout.expressions.binding.BoundExpression;
import dev.fanout.expressions.binding.BoundStatement;
import dev.fanout.expressions.binding.ClrType;
import dev.fanout.expressions.binding.JvmForm;
import dev.fanout.expressions.binding.LabelSymbol;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Statements. Every way back in a loop counts a step. */
final class StatementCode {
  private static final String METER = Code.RUNTIME + "Meter";

  private final Code code;
  private final int meterSlot;
  private final Type returnType;
  private final Map<BoundStatement.Return, BoundExpression> results;
  private final Exits exits;
  private final TryCode tries;
  private final Deque<Exits.Target> breaks = new ArrayDeque<>();
  private final Deque<Exits.Target> continues = new ArrayDeque<>();
  private final Map<LabelSymbol, Exits.Target> labels = new IdentityHashMap<>();

  /**
   * {@code meterSlot} holds the {@code Meter}, if there are loops.
   *
   * @param results what certain return statements give instead of what they hold
   */
  StatementCode(
      Code code,
      int meterSlot,
      Exits exits,
      Type returnType,
      Map<BoundStatement.Return, BoundExpression> results) {
    this.code = code;
    this.meterSlot = meterSlot;
    this.returnType = returnType;
    this.results = results;
    this.exits = exits;
    this.tries = new TryCode(code, this, exits);
  }

  /**
   * What stands behind the whole body: a function that gives nothing may end there, and what C#
   * knows to be unreachable the JVM may not.
   */
  void end(BoundStatement body) {
    if (!(body instanceof BoundStatement.Return)) {
      returned(null);
    }
  }

  void emit(BoundStatement statement) {
    if (statement instanceof BoundStatement.Block block) {
      place(block.statements());
      block.statements().forEach(this::emit);
    } else if (statement instanceof BoundStatement.Return returned) {
      returned(results.getOrDefault(returned, returned.value()));
    } else if (statement instanceof BoundStatement.Declare declare) {
      BoundExpression value = declare.value();
      if (value != null) {
        code.emit(value);
      }
      code.renew(declare.symbol());
      if (value != null) {
        code.store(declare.symbol());
      }
    } else if (statement instanceof BoundStatement.Function) {
      // Its method is written when something calls it.
    } else if (statement instanceof BoundStatement.Effect effect) {
      code.effect(effect.expression());
    } else if (statement instanceof BoundStatement.If branch) {
      branch(branch);
    } else if (statement instanceof BoundStatement.Loop loop) {
      loop(loop);
    } else if (statement instanceof BoundStatement.ForEachElement each) {
      forEachElement(each);
    } else if (statement instanceof BoundStatement.ForEachItem each) {
      forEachItem(each);
    } else if (statement instanceof BoundStatement.Break) {
      exits.jump(breaks.element());
    } else if (statement instanceof BoundStatement.Continue) {
      exits.jump(continues.element());
    } else if (statement instanceof BoundStatement.Switch choice) {
      choice(choice);
    } else if (statement instanceof BoundStatement.Try guarded) {
      tries.emit(guarded);
    } else if (statement instanceof BoundStatement.Throw thrown) {
      TryCode.raise(code, thrown.value());
    } else if (statement instanceof BoundStatement.Rethrow) {
      tries.rethrow();
    } else if (statement instanceof BoundStatement.Label label) {
      code.method.visitLabel(target(label.symbol()).label());
    } else if (statement instanceof BoundStatement.Goto jump) {
      step();
      exits.jump(target(jump.target()));
    } else {
      throw new IllegalStateException("no code for " + statement);
    }
  }

  private void returned(@Nullable BoundExpression value) {
    if (value != null && value.type() != ClrType.Special.VOID) {
      code.emit(value);
      if (value.type().form().isPrimitive() && returnType.getSort() == Type.OBJECT) {
        // Only bool has no object yet, and nobody compares its identity.
        code.method.visitMethodInsn(
            Opcodes.INVOKESTATIC, "java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;", false);
      }
    } else if (returnType.getSort() != Type.VOID) {
      code.zero(new JvmForm(returnType, returnType));
    }
    exits.returnValue();
  }

  /** Labels of a block may be gone to from anywhere in it. */
  private void place(List<BoundStatement> statements) {
    for (BoundStatement statement : statements) {
      if (statement instanceof BoundStatement.Label label) {
        labels.computeIfAbsent(label.symbol(), symbol -> exits.here(new Label()));
      } else if (statement instanceof BoundStatement.Block block) {
        place(block.statements());
      }
    }
  }

  private Exits.Target target(LabelSymbol symbol) {
    Exits.Target target = labels.get(symbol);
    if (target == null) {
      throw new IllegalStateException("no place for " + symbol);
    }
    return target;
  }

  private void branch(BoundStatement.If branch) {
    Label isFalse = new Label();
    code.jumpIfFalse(branch.condition(), isFalse);
    emit(branch.then());
    BoundStatement otherwise = branch.otherwise();
    if (otherwise == null) {
      code.method.visitLabel(isFalse);
      return;
    }
    Label end = new Label();
    code.method.visitJumpInsn(Opcodes.GOTO, end);
    code.method.visitLabel(isFalse);
    emit(otherwise);
    code.method.visitLabel(end);
  }

  private void loop(BoundStatement.Loop loop) {
    Label again = new Label();
    Label next = new Label();
    Label end = new Label();
    code.method.visitLabel(again);
    step();
    BoundExpression condition = loop.condition();
    if (loop.testsFirst() && condition != null) {
      code.jumpIfFalse(condition, end);
    }
    body(loop.body(), next, end);
    code.method.visitLabel(next);
    loop.steps().forEach(code::effect);
    if (loop.testsFirst() || condition == null) {
      code.method.visitJumpInsn(Opcodes.GOTO, again);
    } else {
      code.jumpIfTrue(condition, again);
    }
    code.method.visitLabel(end);
  }

  private void body(BoundStatement body, Label next, Label end) {
    breaks.push(exits.here(end));
    continues.push(exits.here(next));
    emit(body);
    breaks.pop();
    continues.pop();
  }

  private void step() {
    code.method.visitVarInsn(Opcodes.ALOAD, meterSlot);
    code.method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, METER, "step", "()V", false);
  }

  private void forEachElement(BoundStatement.ForEachElement each) {
    Label again = new Label();
    Label next = new Label();
    Label end = new Label();
    code.emit(each.array());
    code.store(each.arrayLocal());
    code.method.visitInsn(Opcodes.ICONST_0);
    code.store(each.index());
    code.method.visitLabel(again);
    code.load(each.index());
    code.load(each.arrayLocal());
    code.method.visitInsn(Opcodes.ARRAYLENGTH);
    code.method.visitJumpInsn(Opcodes.IF_ICMPGE, end);
    step();
    code.emit(each.element());
    code.declare(each.variable());
    body(each.body(), next, end);
    code.method.visitLabel(next);
    code.method.visitIincInsn(code.slot(each.index()), 1);
    code.method.visitJumpInsn(Opcodes.GOTO, again);
    code.method.visitLabel(end);
  }

  private void forEachItem(BoundStatement.ForEachItem each) {
    Label again = new Label();
    Label end = new Label();
    code.emit(each.iterator());
    code.store(each.iteratorLocal());
    code.method.visitLabel(again);
    iterator(each, "hasNext", "()Z");
    code.method.visitJumpInsn(Opcodes.IFEQ, end);
    step();
    iterator(each, "next", "()Ljava/lang/Object;");
    code.store(each.item());
    code.emit(each.element());
    code.declare(each.variable());
    body(each.body(), again, end);
    code.method.visitJumpInsn(Opcodes.GOTO, again);
    code.method.visitLabel(end);
  }

  private void iterator(BoundStatement.ForEachItem each, String name, String descriptor) {
    code.load(each.iteratorLocal());
    code.method.visitTypeInsn(Opcodes.CHECKCAST, "java/util/Iterator");
    code.method.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, "java/util/Iterator", name, descriptor, true);
  }

  private void choice(BoundStatement.Switch choice) {
    Label end = new Label();
    Label byDefault = end;
    code.emit(choice.value());
    code.store(choice.local());
    for (BoundStatement.Section section : choice.sections()) {
      Label start = new Label();
      labels.put(section.label(), exits.here(start));
      section.conditions().forEach(condition -> code.jumpIfTrue(condition, start));
      if (section.isDefault()) {
        byDefault = start;
      }
      place(section.statements());
    }
    code.method.visitJumpInsn(Opcodes.GOTO, byDefault);
    breaks.push(exits.here(end));
    for (BoundStatement.Section section : choice.sections()) {
      code.method.visitLabel(target(section.label()).label());
      section.statements().forEach(this::emit);
    }
    breaks.pop();
    code.method.visitLabel(end);
  }
}
