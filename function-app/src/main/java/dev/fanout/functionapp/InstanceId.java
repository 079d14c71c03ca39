package dev.fanout.functionapp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which instance answers. Plans differ in the variable they set, and Flex Consumption does not
 * promise WEBSITE_INSTANCE_ID.
 */
final class InstanceId {
  private InstanceId() {}

  static String resolve(Map<String, String> environment) {
    return Stream.of("WEBSITE_INSTANCE_ID", "WEBSITE_POD_NAME", "CONTAINER_NAME")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElseGet(InstanceId::hostName);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
