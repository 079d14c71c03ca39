package dev.fanout.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar, and the Java that runs it. */
final class Version implements IVersionProvider {
  Version() {}

  @Override
  public String[] getVersion() {
    String version = Fanout.class.getPackage().getImplementationVersion();
    return new String[] {
      "fanout " + (version == null ? "(unpackaged classes)" : version),
      "Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch"),
    };
  }
}
