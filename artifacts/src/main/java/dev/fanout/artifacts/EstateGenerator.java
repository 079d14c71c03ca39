package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Topology;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.PolicyWriter;
import dev.fanout.policies.model.PolicyRoot;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds the artifact folder of a catalog for a topology, in the layout of APIOps. The same catalog
 * gives the same bytes. There is no global document among the files: APIM's default holds, and a
 * publisher would overwrite the user's.
 */
public final class EstateGenerator {
  private final PolicyFormat format;

  /** Documents have their C# as it is. */
  public EstateGenerator() {
    this(PolicyFormat.RAWXML);
  }

  public EstateGenerator(PolicyFormat format) {
    this.format = format;
  }

  /** Path in the folder, with {@code /}, to content; in order of paths. */
  public SortedMap<String, byte[]> generate(Catalog catalog, Topology topology) {
    return new Run(catalog, TopologyPlan.of(catalog, topology)).generate();
  }

  private final class Run {
    private final Catalog catalog;
    private final TopologyPlan plan;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> versionSetIds = new LinkedHashMap<>();

    Run(Catalog catalog, TopologyPlan plan) {
      this.catalog = catalog;
      this.plan = plan;
    }

    SortedMap<String, byte[]> generate() {
      plan.fragment().ifPresent(this::addFragment);
      plan.namedValue().ifPresent(this::addNamedValue);
      for (Api api : catalog.apis()) {
        plan.backend(api).ifPresent(this::addBackend);
        Optional<String> versionSet = addVersionSet(api);
        byte[] policy = document(plan.policies(api));
        byte[] specification = SpecificationWriter.write(api);
        for (int revision = 1; revision <= api.revisions(); revision++) {
          String folder = "apis/" + api.id() + (revision == 1 ? "" : ";rev=" + revision) + "/";
          files.put(folder + "apiInformation.json", information(api, revision, versionSet));
          files.put(folder + "policy.xml", policy);
          files.put(folder + "specification.json", specification);
        }
      }
      return files;
    }

    private byte[] information(Api api, int revision, Optional<String> versionSet) {
      Map<String, Object> properties =
          JsonText.object("path", api.publicPath(), "apiRevision", String.valueOf(revision));
      version(api).ifPresent(version -> properties.put("apiVersion", version));
      versionSet.ifPresent(id -> properties.put("apiVersionSetId", "/apiVersionSets/" + id));
      properties.put("displayName", api.id());
      if (api.revisions() > 1) {
        properties.put("isCurrent", revision == 1);
      }
      properties.put("protocols", List.of("https"));
      plan.serviceUrl(api).ifPresent(url -> properties.put("serviceUrl", url));
      properties.put("subscriptionRequired", false);
      return entity(properties);
    }

    private void addBackend(TopologyPlan.BackendPlan backend) {
      String path = "backends/" + backend.id() + "/backendInformation.json";
      if (files.containsKey(path)) {
        return;
      }
      Map<String, Object> properties =
          JsonText.object(
              "description", backend.description(), "protocol", "http", "url", backend.url());
      if (catalog.upstream().scheme().equals("https")) {
        properties.put(
            "tls",
            JsonText.object("validateCertificateChain", true, "validateCertificateName", true));
      }
      files.put(path, entity(properties));
    }

    private void addFragment(TopologyPlan.FragmentPlan fragment) {
      String folder = "policy fragments/" + fragment.id() + "/";
      files.put(
          folder + "policyFragmentInformation.json",
          entity(JsonText.object("description", fragment.description())));
      files.put(folder + "policy.xml", document(fragment.fragment()));
    }

    private void addNamedValue(TopologyPlan.NamedValuePlan namedValue) {
      files.put(
          "named values/" + namedValue.name() + "/namedValueInformation.json",
          entity(
              JsonText.object(
                  "displayName", namedValue.name(), "secret", false, "value", namedValue.value())));
    }

    /** APIs on one public path are in one set. */
    private Optional<String> addVersionSet(Api api) {
      Map<String, Object> properties = JsonText.object("displayName", api.publicPath());
      if (api.version() instanceof VersionScheme.Segment) {
        properties.put("versioningScheme", "Segment");
      } else if (api.version() instanceof VersionScheme.Header header) {
        properties.put("versioningScheme", "Header");
        properties.put("versionHeaderName", header.name());
      } else if (api.version() instanceof VersionScheme.Query query) {
        properties.put("versioningScheme", "Query");
        properties.put("versionQueryName", query.name());
      } else {
        return Optional.empty();
      }
      String id = versionSetIds.computeIfAbsent(api.publicPath(), this::newVersionSetId);
      files.put("version sets/" + id + "/versionSetInformation.json", entity(properties));
      return Optional.of(id);
    }

    private String newVersionSetId(String publicPath) {
      String plain = publicPath.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
      String id = plain.isEmpty() ? "root" : plain;
      String unique = id;
      for (int i = 2; versionSetIds.containsValue(unique); i++) {
        unique = id + "-" + i;
      }
      return unique;
    }

    private static Optional<String> version(Api api) {
      if (api.version() instanceof VersionScheme.Segment segment) {
        return Optional.of(segment.value());
      }
      if (api.version() instanceof VersionScheme.Header header) {
        return Optional.of(header.value());
      }
      return api.version() instanceof VersionScheme.Query query
          ? Optional.of(query.value())
          : Optional.empty();
    }

    private byte[] document(PolicyRoot root) {
      return PolicyWriter.write(root, format).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] entity(Map<String, Object> properties) {
      return JsonText.bytes(JsonText.object("properties", properties));
    }
  }
}
