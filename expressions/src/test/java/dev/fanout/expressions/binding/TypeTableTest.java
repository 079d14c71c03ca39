package dev.fanout.expressions.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

class TypeTableTest {
  @Test
  void every_member_of_the_library_links() throws ClassNotFoundException {
    List<String> missing = new ArrayList<>();
    for (TypeDefinition definition : TypeTable.library().definitions()) {
      for (List<Member> members : definition.members().values()) {
        for (Member member : members) {
          if (member instanceof Member.Method method && !links(method.target())) {
            missing.add(definition + ": " + Signatures.of(method) + " -> " + method.target());
          }
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  private static boolean links(Member.Target target) throws ClassNotFoundException {
    Class<?> owner = Class.forName(target.owner().replace('/', '.'));
    boolean isStatic = target.invocation() == Member.Invocation.STATIC;
    return Arrays.stream(owner.getMethods())
        .filter(method -> method.getName().equals(target.name()))
        .filter(
            method ->
                Type.getMethodDescriptor((Method) (Executable) method).equals(target.descriptor()))
        .anyMatch(method -> Modifier.isStatic(method.getModifiers()) == isStatic);
  }
}
