package dev.fanout.policies.eval;

import java.util.List;

/** What made-up expressions are made from, and the context they run on. */
final class FuzzTexts {
  static final String CONTEXT =
      """
      {
        "timestamp": "2026-03-14T09:26:53.589Z", "elapsed": "00:00:00.0123400",
        "api": {"id": "orders", "path": "orders/v1", "serviceUrl": "https://backend.example/api"},
        "operation": {"id": "get", "urlTemplate": "/orders/{id}"},
        "subscription": {"id": "s", "key": "k"},
        "user": {"id": "u", "email": "ada@contoso.example", "groups": [{"id": "developers"}]},
        "request": {
          "method": "POST", "url": "https://backend.example/api/orders/42?tag=a&tag=b&q=x%20y",
          "originalUrl": "https://gateway.example/orders/v1/orders/42?tag=a&tag=b&q=x%20y",
          "headers": {"Accept": ["a/b", "c/d"], "X-Number": "17", "Authorization": "Basic YTpi"},
          "matchedParameters": {"id": "42"},
          "body": "{\\"order\\": {\\"id\\": \\"A-1\\", \\"lines\\": [{\\"sku\\": \\"nut\\", \\"qty\\": 4, \\"price\\": 0.25}, {\\"sku\\": \\"bolt\\", \\"qty\\": 10}], \\"at\\": \\"2026-06-30T22:15:00Z\\", \\"none\\": null}}"
        },
        "response": {"statusCode": 200, "headers": {"ETag": "v"}, "body": "<a x='1'><b>2</b><b/></a>"},
        "variables": {
          "count": 3, "big": {"type": "long", "value": 9007199254740993}, "ratio": 0.25,
          "name": "alpha,beta,,gamma", "empty": "", "flag": true, "nothing": null,
          "json": {"type": "JObject", "value": {"name": "Ada", "tags": ["x", "y"], "score": 12.5}},
          "list": {"type": "JArray", "value": [3, 1, 2]},
          "reply": {"type": "IResponse", "value": {"statusCode": 503, "body": "{\\"a\\": [1]}"}},
          "when": {"type": "DateTime", "value": "2026-02-28T23:59:59Z"},
          "bytes": {"type": "bytes", "value": "aGVsbG8="}
        }
      }
      """;

  static final List<String> EXPRESSIONS =
      List.of(
          "@(\"/api\" + context.Request.OriginalUrl.Path + context.Request.OriginalUrl.QueryString)",
          "@(context.Request.Headers.GetValueOrDefault(\"Accept\", \"none\").Split(',').Length > 1)",
          "@(((string)context.Variables[\"name\"]).Split(',').Where(s => s != \"\").Select(s => s.ToUpper()).First())",
          "@((int)context.Variables[\"count\"] * 2 + 1)",
          "@(context.Response?.StatusCode >= 400 ? \"bad\" : null)",
          "@($\"{context.Api.Id,10}|{context.Elapsed.TotalMilliseconds:F2}\")",
          "@(context.Request.Body.As<JObject>(preserveContent: true)[\"order\"][\"lines\"].Sum(l => (int)l[\"qty\"]))",
          "@(new JObject(new JProperty(\"a\", 1), new JProperty(\"b\", new JArray(1, \"x\"))).ToString())",
          "@(Regex.Replace(context.Request.Url.Path, @\"/(\\d+)$\", \"/<$1>\"))",
          "@{ var n = 0; foreach (var s in (string[])((string)context.Variables[\"name\"]).Split(',')) { n += s.Length; } return n; }",
          "@{ try { return int.Parse(context.Request.Method); } catch (FormatException e) { return e.Message; } finally { } }",
          "@{ int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); return Fib(12); }",
          "@{ var map = new Dictionary<string, int> { { \"a\", 1 }, { \"b\", 2 } }; map[\"c\"] = map.Count; return string.Join(\";\", map.Select(p => p.Key + p.Value)); }",
          "@{ object o = context.Variables[\"count\"]; switch (o) { case int i when i > 2: return i; case string s: return s.Length; default: return -1; } }",
          "@(string.Join(\",\", from x in new[] { 3, 1, 2 } orderby x descending select x * 2.5))",
          "@(new { a = 1, b = \"x\", c = context.Timestamp }.ToString())",
          "@((from g in context.User.Groups group g by g.Name into h select h.Key).Count())",
          "@(Convert.ToBase64String(Encoding.UTF8.GetBytes(\"é\" + 1.0m)))",
          "@(DateTime.UtcNow.AddDays(-1).ToString(\"yyyy-MM-dd'T'HH:mm\") + TimeSpan.FromSeconds(90))",
          "@(context.Response.Body.As<XElement>().Elements(\"b\").Select(e => (string)e).Count())",
          "@{ checked { int i = int.MaxValue; i--; return unchecked(i + 3) >> 1; } }",
          "@{ var list = new List<object> { 1, 'c', 2.5, null, \"s\" }; list.Reverse(); return list; }",
          "@{ Func<int, Func<int, int>> add = a => b => a + b; return add(2)(3); }",
          "@{ (int a, string b) t = (1, \"x\"); var (c, d) = t; return d + c + t.Item1; }",
          "@(int.TryParse(\"12\", out var n) && n > 3 ? (object)n : \"no\")",
          "@(JsonConvert.SerializeObject(new[] { 1.5, double.NaN }) + JArray.Parse(\"[1,2]\").Count)",
          "@(context.Request.Url.Query.ToDictionary(q => q.Key, q => q.Value.Length))",
          "@{ long total = 0; for (var i = 0; i < 1000; i++) { total += i % 7 == 0 ? i : ~i; } return total; }",
          "@{ var b = new StringBuilder(); do { b.Append(b.Length).Insert(0, 'x'); } while (b.Length < 20); return b.ToString(); }",
          "@(\"{0:X4}-{1,-6}|\".Length + string.Format(\"{0:X4}-{1,-6}|\", 255, true))",
          "@(((IResponse)context.Variables[\"reply\"]).Body.As<JToken>().SelectTokens(\"$..a[*]\").Count())",
          "@(Enumerable.Range(0, 50).Zip(\"abcdef\", (i, c) => $\"{i}{c}\").Aggregate((x, y) => x + y))");

  static final List<String> PIECES =
      List.of(
          "(", ")", "{", "}", "[", "]", ";", ",", ".", "?.", "?[", "=>", "?", ":", "::", "\"", "'",
          "@\"", "$\"", "$@\"{", "//", "/*", "*/", "\\", "#", "@", "\n", "\u0000", "\uD800", "é",
          "(int)", "(string)", "(object)", "(uint)", "(byte)", "(decimal)", "(JToken)", "as string",
          "is int", "is var v", "is null", "new ", "new[] {", "new { a = ", "new List<int>()", "var ",
          "out var q", "ref ", "in ", "return ", "throw ", "try {", "} catch {", "} finally {",
          "if (true) {", "else ", "while (true) {", "for (;;) {", "foreach (var z in ", "switch (1) {",
          "case 1:", "default:", "break;", "continue;", "goto case 1;", "checked(", "unchecked {",
          "using (", "lock (", "yield ", "await ", "async ", "x => ", "(a, b) => ", "() => ", "delegate {",
          "from i in ", "where true ", "select ", "orderby ", "group ", "join ", "let k = ", "into ",
          "nameof(", "typeof(", "default(", "default", "sizeof(", "stackalloc ", "dynamic ", "unsafe ",
          "int F(int n) => F(n + 1); ", "static ", "const int c = 1; ", "goto here; ", "here: ",
          "<string>", "<T>", "<,>", "?", "??", "??=", "!", "..", "^", "0x", "1e", "1_000", "0b101",
          "''", "'ab'", "\"\\u12\"", "}}", "{{");

  static final List<String> OPERATORS =
      List.of(
          "+", "-", "*", "/", "%", "<", ">", "<=", ">=", "==", "!=", "&&", "||", "&", "|", "^", "<<",
          ">>", "??", "=", "+=", "-=", "*=", "|=", "++", "--", "!", "~", "is", "as", "?");

  static final List<String> LITERALS =
      List.of(
          "0", "1", "2147483647", "2147483648", "9223372036854775807", "18446744073709551615", "0.1",
          "1e308", "1.5f", "1.0m", "79228162514264337593543950335m", "0xFFFFFFFF", "1L", "1u", "1ul",
          "\"\"", "\"a\"", "\"(a+)+$\"", "\"yyyy-MM-dd\"", "\"0.00\"", "\"{0:N}\"", "\"count\"",
          "\"json\"", "\"list\"", "\"reply\"", "\"ß\\u0130\"", "'x'", "'\\0'", "null", "true", "false");

  static final List<String> NAMES =
      List.of(
          "context", "Request", "Response", "Headers", "Variables", "Body", "As", "Url", "Api", "User",
          "Length", "Count", "ToString", "Split", "Substring", "IndexOf", "Replace", "Trim", "Contains",
          "Select", "SelectMany", "Where", "First", "Last", "Any", "All", "Sum", "Max", "OrderBy",
          "GroupBy", "Join", "Concat", "Distinct", "ToList", "ToArray", "Range", "Repeat", "Parse",
          "TryParse", "Format", "Append", "Add", "Insert", "Remove", "Key", "Value", "Item1", "GetType",
          "GetHashCode", "Equals", "string", "int", "long", "uint", "double", "decimal", "object",
          "bool", "char", "byte", "var", "dynamic", "JObject", "JArray", "JToken", "JProperty", "JValue",
          "JsonConvert", "Regex", "Match", "Groups", "Math", "Convert", "DateTime", "TimeSpan", "Guid",
          "Enumerable", "List", "Dictionary", "StringBuilder", "Encoding", "Exception", "XElement",
          "Random", "Uri", "Func", "Action", "Tuple", "IEnumerable", "Nullable", "Environment", "File",
          "Process", "System", "java", "Runtime", "Class", "x", "n", "s", "i");

  private FuzzTexts() {}
}
