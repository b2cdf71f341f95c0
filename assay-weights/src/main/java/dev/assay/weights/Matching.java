package dev.assay.weights;

import dev.assay.model.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides which tensor of one set is which of another: by name; then by what another program calls
/// the same tensor ({@link Naming}); then by the end of the name, where a wrapper put something in
/// front of all names (`module.`, `_orig_mod.`, `model.`); then, for those of equal type and size,
/// by content. A match that is not the only one possible is no match.
final class Matching {
  /// A tensor on both sides, or on one.
  ///
  /// @param storage how it is kept on either
  record Pair(@Nullable Tensor before, @Nullable Tensor after, Storage storage) {}

  /// Gives the same value for tensors of the same bytes, or null where the bytes cannot be read.
  interface ContentKey {
    @Nullable String of(boolean before, Tensor tensor);
  }

  private Matching() {}

  /// @return one pair for each tensor: in the order of `after`, then those only in `before`
  static List<Pair> match(
      List<Tensor> before, List<Tensor> after, Naming naming, ContentKey content) {
    Map<String, Tensor> old = new LinkedHashMap<>();
    before.forEach(t -> old.putIfAbsent(t.name(), t));
    Map<String, Tensor> matched = new HashMap<>();
    Set<Tensor> open = new LinkedHashSet<>();
    for (Tensor t : after) {
      Tensor same = old.remove(t.name());
      if (same != null) {
        matched.put(t.name(), same);
      } else {
        open.add(t);
      }
    }
    byNaming(old, open, matched, naming);
    Map<Tensor, Storage> joined = naming.joined(old.values(), open);
    old.values().removeAll(joined.keySet());
    open.removeAll(joined.keySet());
    if (!old.isEmpty() && !open.isEmpty()) {
      byEnding(old, open, matched);
    }
    if (!old.isEmpty() && !open.isEmpty()) {
      byContent(old, open, matched, content);
    }
    List<Pair> pairs = new ArrayList<>();
    for (Tensor t : after) {
      Tensor same = matched.get(t.name());
      Storage storage = joined.getOrDefault(t, Storage.ALIKE);
      pairs.add(new Pair(same, t, same == null ? storage : naming.storage(same, t)));
    }
    for (Tensor t : before) {
      if (joined.containsKey(t) || t.equals(old.get(t.name()))) {
        pairs.add(new Pair(t, null, joined.getOrDefault(t, Storage.ALIKE)));
      }
    }
    return pairs;
  }

  private static void byNaming(
      Map<String, Tensor> old, Set<Tensor> open, Map<String, Tensor> matched, Naming naming) {
    for (Tensor t : List.copyOf(open)) {
      String name = naming.counterpart(t.name());
      Tensor same = name == null ? null : old.remove(name);
      if (same != null) {
        matched.put(t.name(), same);
        open.remove(t);
      }
    }
  }

  /// A prefix that all open names of one side share, or its absence on the other, is taken off.
  private static void byEnding(
      Map<String, Tensor> old, Set<Tensor> open, Map<String, Tensor> matched) {
    String oldPrefix = prefix(old.keySet());
    String newPrefix = prefix(open.stream().map(Tensor::name).toList());
    for (Tensor t : List.copyOf(open)) {
      String bare = t.name().substring(newPrefix.length());
      Tensor same = old.get(oldPrefix + bare);
      if (same != null && same.shape().equals(t.shape())) {
        matched.put(t.name(), same);
        old.remove(same.name());
        open.remove(t);
      }
    }
  }

  /// The longest beginning, up to and with a dot, that all names share, if there are several names.
  private static String prefix(Iterable<String> names) {
    String common = null;
    int count = 0;
    for (String name : names) {
      count++;
      if (common == null) {
        common = name;
      } else {
        int n = 0;
        while (n < common.length() && n < name.length() && common.charAt(n) == name.charAt(n)) {
          n++;
        }
        common = common.substring(0, n);
      }
    }
    return common == null || count < 2 ? "" : common.substring(0, common.lastIndexOf('.') + 1);
  }

  private static void byContent(
      Map<String, Tensor> old, Set<Tensor> open, Map<String, Tensor> matched, ContentKey content) {
    Map<String, List<Tensor>> byShape = new HashMap<>();
    old.values().forEach(t -> byShape.computeIfAbsent(form(t), k -> new ArrayList<>()).add(t));
    Map<String, List<Tensor>> oldByContent = new HashMap<>();
    Map<String, List<Tensor>> newByContent = new LinkedHashMap<>();
    Set<String> forms = new LinkedHashSet<>();
    for (Tensor t : open) {
      String form = form(t);
      if (t.bytes() <= 0 || !byShape.containsKey(form)) {
        continue;
      }
      if (forms.add(form)) {
        byShape
            .getOrDefault(form, List.of())
            .forEach(o -> put(oldByContent, content.of(true, o), form, o));
      }
      put(newByContent, content.of(false, t), form, t);
    }
    newByContent.forEach((key, tensors) -> {
      List<Tensor> candidates = oldByContent.getOrDefault(key, List.of());
      if (tensors.size() == 1 && candidates.size() == 1) {
        matched.put(tensors.getFirst().name(), candidates.getFirst());
        old.remove(candidates.getFirst().name());
        open.remove(tensors.getFirst());
      }
    });
  }

  private static String form(Tensor t) {
    return t.type().name() + ":" + t.bytes();
  }

  private static void put(
      Map<String, List<Tensor>> map, @Nullable String content, String form, Tensor tensor) {
    if (content != null) {
      map.computeIfAbsent(form + ":" + content, k -> new ArrayList<>()).add(tensor);
    }
  }
}
