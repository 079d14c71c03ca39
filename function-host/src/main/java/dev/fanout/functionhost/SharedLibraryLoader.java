package dev.fanout.functionhost;

/**
 * Parent of a function's class loader: shows it the JDK and the functions library of the host, so
 * that both sides mean the same types, and nothing else of the host.
 */
final class SharedLibraryLoader extends ClassLoader {
  private static final String SHARED = "com.microsoft.azure.functions.";

  private final ClassLoader host;

  SharedLibraryLoader(ClassLoader host) {
    super(ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(SHARED)) {
      return host.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
