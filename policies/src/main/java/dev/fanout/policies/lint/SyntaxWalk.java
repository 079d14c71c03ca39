package dev.fanout.policies.lint;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.PatternSyntax;
import dev.fanout.expressions.syntax.StatementSyntax;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Visits every node of a C# tree, in the order of its text. All nodes are records, so their
 * components say what is in them; a new kind of node cannot be forgotten here.
 */
final class SyntaxWalk {
  private static final ClassValue<List<RecordComponent>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          List<RecordComponent> parts = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            if (isPart(component.getType())) {
              parts.add(component);
            }
          }
          return parts;
        }
      };

  private final Consumer<ExpressionSyntax> expressions;
  private final Consumer<StatementSyntax> statements;

  SyntaxWalk(Consumer<ExpressionSyntax> expressions, Consumer<StatementSyntax> statements) {
    this.expressions = expressions;
    this.statements = statements;
  }

  void visit(Object node) {
    if (node instanceof ExpressionSyntax expression) {
      expressions.accept(expression);
    } else if (node instanceof StatementSyntax statement) {
      statements.accept(statement);
    }
    for (RecordComponent part : PARTS.get(node.getClass())) {
      Object value = valueOf(node, part);
      if (value instanceof List<?> list) {
        list.stream().filter(Record.class::isInstance).forEach(this::visit);
      } else if (value != null) {
        visit(value);
      }
    }
  }

  private static Object valueOf(Object node, RecordComponent part) {
    try {
      return part.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a node of the tree hides " + part, e);
    }
  }

  private static boolean isPart(Class<?> type) {
    return type == List.class
        || ExpressionSyntax.class.isAssignableFrom(type)
        || StatementSyntax.class.isAssignableFrom(type)
        || PatternSyntax.class.isAssignableFrom(type);
  }
}
