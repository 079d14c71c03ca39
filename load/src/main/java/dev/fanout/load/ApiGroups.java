package dev.fanout.load;

import java.util.ArrayList;
import java.util.List;

/**
 * At most 32 groups of APIs, for what is written each second. With more APIs than that, neighbours
 * in the order of the mix share a group.
 */
final class ApiGroups {
  static final int MOST = 32;

  final List<String> names;
  final int[] groupOfApi;

  ApiGroups(List<String> apiIds) {
    int groups = Math.min(MOST, apiIds.size());
    groupOfApi = new int[apiIds.size()];
    names = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int from = start(group, groups, apiIds.size());
      int to = start(group + 1, groups, apiIds.size());
      for (int api = from; api < to; api++) {
        groupOfApi[api] = group;
      }
      String first = apiIds.get(from);
      names.add(to - from == 1 ? first : first + ".." + apiIds.get(to - 1));
    }
  }

  private static int start(int group, int groups, int apis) {
    return (int) ((long) group * apis / groups);
  }
}
