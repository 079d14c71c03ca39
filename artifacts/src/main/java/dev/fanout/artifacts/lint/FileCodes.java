package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ArtifactIssues;
import dev.fanout.catalog.OpenApiReader;
import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.RuleDescription;
import java.util.List;

/** What reading files and folders reports, before any rule looks at them. */
final class FileCodes {
  private static final String SPECIFICATION =
      """
      === apis/shop/specification.json
      { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
          "operationId": "get-order", "responses": { "200": { "description": "OK" } },
          "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
      } } } }
      """;

  private static final String SHOP =
      """
      === apis/shop/apiInformation.json
      { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
      """;

  /** Code, severity, title, explanation, failing and passing example. */
  static final List<RuleDescription> ALL =
      List.of(
          error(
              ArtifactIssues.FOLDER,
              "There is nothing to lint",
              "The folder is no estate in the APIOps layout and has no policy document, so a pipeline that lints it checks nothing. Or it has more files than are read.",
              """
              === readme.txt
              No policies here.
              """,
              """
              === policies/orders.xml
              <fragment>
                  <set-variable name="a" value="b" />
              </fragment>
              """),
          error(
              ArtifactIssues.FILE,
              "A file cannot be read",
              "Not UTF-8 (here a byte of another encoding, shown as �), too large, not permitted, or a link, which is not followed.",
              """
              «»<fragment>
                  <!-- caf� -->
              </fragment>
              """,
              """
              <fragment>
                  <!-- café -->
              </fragment>
              """),
          error(
              ArtifactIssues.JSON,
              "A file is not JSON",
              "What stands in it is unknown to all rules.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", «}» }
              """
                  + SPECIFICATION,
              SHOP + SPECIFICATION),
          error(
              ArtifactIssues.VALUE,
              "A JSON file lacks a value, or has one that cannot be",
              "The message names it.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com",
                  «"apiRevision"»: "0" } }
              """
                  + SPECIFICATION,
              SHOP + SPECIFICATION),
          error(
              ArtifactIssues.REFERENCE,
              "An entity names another one that is not there",
              "A version set, a member of a pool, an operation.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com",
                  "apiVersion": "v1", «"apiVersionSetId"»: "/apiVersionSets/shop" } }
              """
                  + SPECIFICATION,
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com",
                  "apiVersion": "v1", "apiVersionSetId": "/apiVersionSets/shop" } }
              """
                  + SPECIFICATION
                  + """
                  === version sets/shop/versionSetInformation.json
                  { "properties": { "displayName": "shop", "versioningScheme": "Segment" } }
                  """),
          description(
              ArtifactIssues.NOT_READ,
              Severity.WARNING,
              "Something was not read",
              "fanout does not know it, or it is missing, so rules could not look at it.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com", «"type"»: "websocket" } }
              """
                  + SPECIFICATION,
              SHOP + SPECIFICATION),
          error(
              OpenApiReader.BROKEN,
              "The specification is no JSON or YAML",
              "So the API has no operation for the rules.",
              SHOP
                  + """
                  === apis/shop/specification.json
                  { "openapi": "3.0.1", «}»
                  """,
              SHOP + SPECIFICATION),
          error(
              OpenApiReader.SHAPE,
              "The specification is no OpenAPI that can be read",
              "So the API has no operation for the rules.",
              SHOP
                  + """
                  === apis/shop/specification.json
                  { "openapi": "3.0.1", "paths": «[ ]» }
                  """,
              SHOP + SPECIFICATION));

  private FileCodes() {}

  private static RuleDescription error(
      String code, String title, String explanation, String failing, String passing) {
    return description(code, Severity.ERROR, title, explanation, failing, passing);
  }

  private static RuleDescription description(
      String code,
      Severity severity,
      String title,
      String explanation,
      String failing,
      String passing) {
    return new RuleDescription(code, severity, title, explanation, failing, passing);
  }
}
