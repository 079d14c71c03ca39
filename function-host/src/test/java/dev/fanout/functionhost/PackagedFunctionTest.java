package dev.fanout.functionhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What would be deployed is whole. */
class PackagedFunctionTest {
  private static final int JAVA_17 = 61;

  private static StagingFolder folder;

  @BeforeAll
  static void readFolder() throws Exception {
    folder = StagingFolder.read(Packaged.folder());
  }

  @Test
  void holds_the_echo_and_the_time_below_api() {
    assertThat(folder.routePrefix()).isEqualTo("api");
    assertThat(folder.functions())
        .extracting(
            FunctionDefinition::name,
            function -> function.route().toString(),
            FunctionDefinition::methods)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "echo",
                "echo/{*path}",
                Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")),
            org.assertj.core.groups.Tuple.tuple("time", "time", Set.of("GET")));
  }

  @Test
  void asks_for_a_function_key_where_it_is_deployed() {
    assertThat(folder.functions())
        .extracting(FunctionDefinition::authLevel)
        .containsOnly("FUNCTION");
  }

  @Test
  void names_classes_and_methods_that_are_in_the_jar() throws Exception {
    for (FunctionDefinition function : folder.functions()) {
      URL[] jars =
          Stream.concat(Stream.of(function.jar()), folder.libraries().stream())
              .map(PackagedFunctionTest::url)
              .toArray(URL[]::new);
      try (URLClassLoader loader =
          new URLClassLoader(
              jars, new SharedLibraryLoader(PackagedFunctionTest.class.getClassLoader()))) {
        Class<?> type = loader.loadClass(function.className());
        // The worker in Azure refuses overloaded entry points.
        assertThat(type.getMethods())
            .extracting(Method::getName)
            .containsOnlyOnce(function.methodName());
        assertThat(type.getConstructor()).isNotNull();
      }
    }
  }

  @Test
  void carries_nothing_but_the_functions_library() {
    assertThat(folder.libraries())
        .allSatisfy(
            jar -> assertThat(jar.getFileName().toString()).startsWith("azure-functions-java-"));
  }

  @Test
  void runs_on_java_17() throws Exception {
    List<Path> jars =
        Stream.concat(
                folder.libraries().stream(),
                folder.functions().stream().map(FunctionDefinition::jar))
            .distinct()
            .toList();
    for (Path path : jars) {
      try (JarFile jar = new JarFile(path.toFile())) {
        for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
          byte[] start = jar.getInputStream(entry).readNBytes(8);
          assertThat(start[6] << 8 | start[7]).as(entry.getName()).isLessThanOrEqualTo(JAVA_17);
        }
      }
    }
  }

  @Test
  void needs_no_extension_bundle_and_no_secret() throws Exception {
    assertThat(Files.readString(folder.folder().resolve("host.json")))
        .doesNotContain("extensionBundle")
        .contains("\"default\": \"Warning\"");
    assertThat(Files.readString(folder.folder().resolve("local.settings.json")))
        .doesNotContainIgnoringCase("key")
        .doesNotContainIgnoringCase("connection");
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (java.net.MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
