package dev.fanout.load;

import io.netty.handler.ssl.SslContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plan made ready for the loops: requests as bytes, APIs as numbers. */
final class TrialScript {
  final TrialPlan plan;
  final EncodedRequest[] requests;
  final BodyMatcher[] matchers;
  final boolean[][] statusAllowed;
  final int[] apiOfTemplate;
  final List<String> apiIds;
  final ApiGroups groups;
  final TemplatePicker picker;
  final HoleValues values;
  final int maxRequestBytes;
  final @Nullable SslContext tls;

  /** Host of the Host header, for TLS. */
  final String serverName;

  final int serverPort;

  TrialScript(TrialPlan plan) {
    this.plan = plan;
    values = new HoleValues(plan.mix().parameters());
    List<RequestTemplate> templates = plan.mix().templates();
    int size = templates.size();
    requests = new EncodedRequest[size];
    matchers = new BodyMatcher[size];
    statusAllowed = new boolean[size][];
    apiOfTemplate = new int[size];
    Map<String, Integer> apis = new LinkedHashMap<>();
    Map<Set<Integer>, boolean[]> allowed = new HashMap<>();
    int longest = 0;
    for (int i = 0; i < size; i++) {
      RequestTemplate template = templates.get(i);
      requests[i] = new EncodedRequest(template, plan.hostHeader(), values);
      matchers[i] = BodyMatcher.of(template.check());
      statusAllowed[i] = allowed.computeIfAbsent(template.statuses(), TrialScript::table);
      Integer api = apis.putIfAbsent(template.apiId(), apis.size());
      apiOfTemplate[i] = api == null ? apis.size() - 1 : api;
      longest = Math.max(longest, requests[i].maxBytes());
    }
    apiIds = new ArrayList<>(apis.keySet());
    groups = new ApiGroups(apiIds);
    picker = new TemplatePicker(plan.mix());
    maxRequestBytes = longest;
    tls = plan.tls().map(TlsOptions::context).orElse(null);
    serverName = plan.hostHeader().replaceFirst(":\\d+$", "");
    serverPort = plan.target().getPort();
  }

  private static boolean[] table(Set<Integer> statuses) {
    boolean[] table = new boolean[1000];
    for (int status : statuses) {
      table[status] = true;
    }
    return table;
  }

  int size() {
    return requests.length;
  }

  RequestTemplate template(int index) {
    return plan.mix().templates().get(index);
  }

  /** Connections of the model, over all loops. */
  int connections() {
    return plan.model() instanceof LoadModel.Open open
        ? open.maxInFlight()
        : ((LoadModel.Closed) plan.model()).mostVus();
  }

  String target() {
    return plan.target().getAddress().getHostAddress() + ":" + plan.target().getPort();
  }
}
