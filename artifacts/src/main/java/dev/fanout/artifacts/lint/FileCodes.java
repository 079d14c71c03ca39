package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ArtifactIssues;
import dev.fanout.catalog.OpenApiReader;
import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.RuleDescription;
import java.util.List;

/** What reading files and folders reports, before any rule looks at them. */
final class FileCodes {
  static final List<RuleDescription> ALL =
      List.of(
          new RuleDescription(
              ArtifactIssues.FOLDER,
              Severity.ERROR,
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
          new RuleDescription(
              ArtifactIssues.FILE,
              Severity.ERROR,
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
          new RuleDescription(
              ArtifactIssues.JSON,
              Severity.ERROR,
              "A file is not JSON",
              "What stands in it is unknown to all rules.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", «}» }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              """,
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              """),
          new RuleDescription(
              ArtifactIssues.VALUE,
              Severity.ERROR,
              "A JSON file lacks a value, or has one that cannot be",
              "The message names it.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com",
                  «"apiRevision"»: "0" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              """,
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              """),
          new RuleDescription(
              ArtifactIssues.REFERENCE,
              Severity.ERROR,
              "An entity names another one that is not there",
              "A version set, a member of a pool, an operation.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com",
                  "apiVersion": "v1", «"apiVersionSetId"»: "/apiVersionSets/shop" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              """,
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com",
                  "apiVersion": "v1", "apiVersionSetId": "/apiVersionSets/shop" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              === version sets/shop/versionSetInformation.json
              { "properties": { "displayName": "shop", "versioningScheme": "Segment" } }
              """),
          new RuleDescription(
              ArtifactIssues.NOT_READ,
              Severity.WARNING,
              "Something was not read",
              "fanout does not know it, or it is missing, so rules could not look at it.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com", «"type"»: "websocket" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              """,
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              """),
          new RuleDescription(
              OpenApiReader.BROKEN,
              Severity.ERROR,
              "The specification is no JSON or YAML",
              "So the API has no operation for the rules.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", «}»
              """,
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              """),
          new RuleDescription(
              OpenApiReader.SHAPE,
              Severity.ERROR,
              "The specification is no OpenAPI that can be read",
              "So the API has no operation for the rules.",
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "paths": «[ ]» }
              """,
              """
              === apis/shop/apiInformation.json
              { "properties": { "path": "shop", "serviceUrl": "https://backend.contoso.com" } }
              === apis/shop/specification.json
              { "openapi": "3.0.1", "info": { "title": "shop", "version": "1" }, "paths": { "/orders/{id}": { "get": {
                  "operationId": "get-order", "responses": { "200": { "description": "OK" } },
                  "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ]
              } } } }
              """));

  private FileCodes() {}
}
