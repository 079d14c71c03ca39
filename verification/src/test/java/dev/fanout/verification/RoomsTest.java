package dev.fanout.verification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the rooms go one way only. What a room may use is transitive. */
class RoomsTest {
  /** Room → the rooms it names directly; from the ground up. */
  private static final Map<String, Set<String>> MAY_USE = mayUse();

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.fanout");

  private static Map<String, Set<String>> mayUse() {
    Map<String, Set<String>> rooms = new LinkedHashMap<>();
    rooms.put("diagnostics", Set.of());
    rooms.put("expressions", Set.of("diagnostics"));
    rooms.put("catalog", Set.of("diagnostics"));
    rooms.put("policies", Set.of("expressions", "diagnostics"));
    rooms.put("artifacts", Set.of("policies", "catalog"));
    rooms.put("measurements", Set.of("diagnostics"));
    rooms.put("gateway", Set.of("artifacts", "measurements"));
    rooms.put("functionhost", Set.of());
    rooms.put("load", Set.of("catalog", "measurements"));
    rooms.put("verdict", Set.of("measurements"));
    rooms.put("experiment", Set.of("load", "artifacts", "gateway", "verdict"));
    rooms.put("report", Set.of("verdict"));
    rooms.put("cli", Set.copyOf(rooms.keySet()));
    return rooms;
  }

  private static Set<String> closure(String room) {
    Set<String> reached = new LinkedHashSet<>();
    for (String used : MAY_USE.get(room)) {
      reached.add(used);
      reached.addAll(closure(used));
    }
    return reached;
  }

  @TestFactory
  Stream<DynamicTest> a_room_uses_only_rooms_below_it() {
    return MAY_USE.keySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room,
                    () -> {
                      Set<String> allowed = closure(room);
                      List<String> forbidden =
                          MAY_USE.keySet().stream()
                              .filter(other -> !other.equals(room) && !allowed.contains(other))
                              .map(other -> "dev.fanout." + other + "..")
                              .toList();
                      if (forbidden.isEmpty()) {
                        return;
                      }
                      noClasses()
                          .that()
                          .resideInAPackage("dev.fanout." + room + "..")
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(forbidden.toArray(String[]::new))
                          .because("arrows between rooms go one way (see CONTRIBUTING.md)")
                          .check(CLASSES);
                    }));
  }

  @Test
  void every_room_on_the_class_path_has_a_rule() {
    Set<String> found = new LinkedHashSet<>();
    CLASSES.forEach(
        c -> {
          String rest = c.getPackageName().substring("dev.fanout.".length());
          found.add(rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest);
        });

    assertThat(MAY_USE.keySet()).containsAll(found);
    assertThat(found).containsAll(MAY_USE.keySet());
  }

  @Test
  void rooms_have_no_cycles() {
    slices().matching("dev.fanout.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** It traces; the gateway that it measures is a process. */
  @Test
  void experiment_reaches_only_the_gateway_that_needs_no_socket() {
    noClasses()
        .that()
        .resideInAPackage("dev.fanout.experiment..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.fanout.gateway..")
                .and(
                    resideOutsideOfPackages(
                        "dev.fanout.gateway.trace..",
                        "dev.fanout.gateway.diff..",
                        "dev.fanout.gateway.estate..")))
        .because("load and gateway meet at a TCP port and nowhere else")
        .check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> internal_packages_are_closed_to_other_rooms() {
    return MAY_USE.keySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room,
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackage("dev.fanout." + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("dev.fanout." + room + "..internal..")
                            .allowEmptyShould(true)
                            .because("'internal' means internal")
                            .check(CLASSES)));
  }

  @TestFactory
  Stream<DynamicTest> there_is_no_junk_drawer() {
    return Stream.of("common", "util", "utils", "helper", "helpers", "misc")
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        noClasses()
                            .should()
                            .resideInAPackage("dev.fanout.." + name + "..")
                            .allowEmptyShould(true)
                            .check(CLASSES)));
  }
}
