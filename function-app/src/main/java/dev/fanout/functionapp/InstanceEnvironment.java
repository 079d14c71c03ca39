package dev.fanout.functionapp;

import java.util.HashMap;
import java.util.Map;

/**
 * The variables that the platform sets for an instance. In Azure they are the process's own. A local
 * host that plays several instances in one process cannot change its environment; it sets system
 * properties that begin with {@value #PREFIX} while it loads the classes of one instance.
 */
final class InstanceEnvironment {
  static final String PREFIX = "fanout.env.";

  private InstanceEnvironment() {}

  static Map<String, String> read() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        variables.put(name.substring(PREFIX.length()), System.getProperty(name, ""));
      }
    }
    return variables;
  }
}
