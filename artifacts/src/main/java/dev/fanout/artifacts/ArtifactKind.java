package dev.fanout.artifacts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the folders of an estate hold. Folder and file names are those of the APIOps extractor
 * (github.com/Azure/apiops, {@code src/common}, one class a resource, with {@code
 * CollectionDirectoryName} and {@code FileName}; read at commit c248e0b). A workspace has the same
 * folders as the service, under {@code workspaces/ID/}, and no information file of its own.
 *
 * <p>The extractor does not write a workspace's own policy document yet (Azure/apiops issue 859);
 * {@code workspaces/ID/policy.xml} follows its rule that a document stands in the folder of what it
 * belongs to.
 */
public enum ArtifactKind {
  /** The service itself, or a workspace: its policy document. */
  ROOT("", ""),
  API("apis", "apiInformation.json"),
  API_OPERATION("operations", "", API),
  API_DIAGNOSTIC("diagnostics", "diagnosticInformation.json", API),
  API_RELEASE("releases", "apiReleaseInformation.json", API),
  API_SCHEMA("schemas", "apiSchemaInformation.json", API),
  BACKEND("backends", "backendInformation.json"),
  DIAGNOSTIC("diagnostics", "diagnosticInformation.json"),
  GATEWAY("gateways", "gatewayInformation.json"),
  GATEWAY_API("apis", "gatewayApiInformation.json", GATEWAY),
  GROUP("groups", "groupInformation.json"),
  LOGGER("loggers", "loggerInformation.json"),
  NAMED_VALUE("named values", "namedValueInformation.json"),
  POLICY_FRAGMENT("policy fragments", "policyFragmentInformation.json"),
  PRODUCT("products", "productInformation.json"),
  PRODUCT_API("apis", "productApiInformation.json", PRODUCT),
  PRODUCT_GROUP("groups", "productGroupInformation.json", PRODUCT),
  SUBSCRIPTION("subscriptions", "subscriptionInformation.json"),
  TAG("tags", "tagInformation.json"),
  TAG_API("apis", "tagApiInformation.json", TAG),
  TAG_PRODUCT("products", "tagProductInformation.json", TAG),
  VERSION_SET("version sets", "versionSetInformation.json"),
  /** A file that the layout does not know. It is kept as it is. */
  UNKNOWN("", "");

  private static final List<ArtifactKind> WITH_POLICY =
      List.of(ROOT, API, API_OPERATION, POLICY_FRAGMENT, PRODUCT);

  private static final List<ArtifactKind> WITH_SECRETS =
      List.of(NAMED_VALUE, BACKEND, LOGGER, SUBSCRIPTION);

  private final String folder;
  private final String informationFile;
  private final Optional<ArtifactKind> parent;

  ArtifactKind(String folder, String informationFile) {
    this.folder = folder;
    this.informationFile = informationFile;
    this.parent = Optional.empty();
  }

  ArtifactKind(String folder, String informationFile, ArtifactKind parent) {
    this.folder = folder;
    this.informationFile = informationFile;
    this.parent = Optional.of(parent);
  }

  /** The folder that has one folder for each of them; empty for those that have none. */
  public String folder() {
    return folder;
  }

  /** The JSON file in each folder; empty for those that have none. */
  public String informationFile() {
    return informationFile;
  }

  /** Whose folder this one's stands in; empty for what stands in the root or in a workspace. */
  public Optional<ArtifactKind> parent() {
    return parent;
  }

  /** Whether {@code policy.xml} may stand in its folder. */
  public boolean hasPolicy() {
    return WITH_POLICY.contains(this);
  }

  /** Whether its information may have a secret, so that no message shows a line of it. */
  public boolean mayHoldSecrets() {
    return WITH_SECRETS.contains(this);
  }

  static Optional<ArtifactKind> of(Optional<ArtifactKind> parent, String folder) {
    return Arrays.stream(values())
        .filter(kind -> !kind.folder.isEmpty())
        .filter(kind -> kind.folder.equals(folder) && kind.parent.equals(parent))
        .findFirst();
  }
}
