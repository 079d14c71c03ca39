package dev.fanout.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan made ready for the loops: requests as bytes, APIs as numbers. */
final class TrialScript {
  final TrialPlan plan;
  final EncodedRequest[] requests;
  final BodyMatcher[] matchers;
  final boolean[][] statusAllowed;
  final int[] apiOfTemplate;
  final List<String> apiIds;
  final int maxRequestBytes;

  TrialScript(TrialPlan plan) {
    this.plan = plan;
    List<RequestTemplate> templates = plan.mix().templates();
    int size = templates.size();
    requests = new EncodedRequest[size];
    matchers = new BodyMatcher[size];
    statusAllowed = new boolean[size][];
    apiOfTemplate = new int[size];
    Map<String, Integer> apis = new LinkedHashMap<>();
    int longest = 0;
    for (int i = 0; i < size; i++) {
      RequestTemplate template = templates.get(i);
      requests[i] = new EncodedRequest(template, plan.hostHeader());
      matchers[i] = BodyMatcher.of(template.check());
      statusAllowed[i] = new boolean[1000];
      for (int status : template.statuses()) {
        statusAllowed[i][status] = true;
      }
      Integer api = apis.putIfAbsent(template.apiId(), apis.size());
      apiOfTemplate[i] = api == null ? apis.size() - 1 : api;
      longest = Math.max(longest, requests[i].maxBytes());
    }
    apiIds = new ArrayList<>(apis.keySet());
    maxRequestBytes = longest;
  }

  int size() {
    return requests.length;
  }

  RequestTemplate template(int index) {
    return plan.mix().templates().get(index);
  }

  String target() {
    return plan.target().getAddress().getHostAddress() + ":" + plan.target().getPort();
  }
}
