package dev.assay.rebuild;

import dev.assay.rebuild.compare.ArtefactDiff;
import dev.assay.rebuild.compare.Nearness;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.sandbox.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Searches parameters by the distance of what they give to what was published, one parameter after
/// the other. A short range is gone through; a long one is narrowed by thirds, which finds the
/// lowest point where the distance falls to it from both sides. It ends early when the published
/// numbers come out.
final class Recovering {
  /// The longest range that is gone through value by value.
  private static final int SHORT = 40;

  private final Workshop workshop;
  private final Recipe recipe;
  private final Map<String, Path> subjects;
  private final Listener listener;
  private final List<RebuildReport.Recovery.Try> tries = new ArrayList<>();
  private final Map<Map<String, String>, Nearness> known = new HashMap<>();
  private final Map<String, String> found = new LinkedHashMap<>();
  private @Nullable Build best;
  private Nearness least = Nearness.NOTHING;
  private Map<String, String> current = Map.of();
  private List<String> names = List.of();

  Recovering(Workshop workshop, Recipe recipe, Map<String, Path> subjects, Listener listener) {
    this.workshop = workshop;
    this.recipe = recipe;
    this.subjects = subjects;
    this.listener = listener;
  }

  RebuildReport.Recovery result() {
    return new RebuildReport.Recovery(tries, found);
  }

  /// The build that came closest.
  Build run(Map<String, String> values, List<RebuildRequest.Search> searches) throws IOException {
    names = searches.stream().map(RebuildRequest.Search::parameter).toList();
    current = new LinkedHashMap<>(values);
    for (RebuildRequest.Search s : searches) {
      if (least.same()) {
        break;
      }
      if (s.count() <= SHORT) {
        for (int i = 0; i < s.count() && !least.same(); i++) {
          nearness(s, i);
        }
      } else {
        narrow(s);
      }
      if (best != null) {
        current = new LinkedHashMap<>(best.values());
      }
    }
    Build closest = java.util.Objects.requireNonNull(best);
    names.forEach(n -> found.put(n, closest.values().getOrDefault(n, "")));
    return closest;
  }

  private void narrow(RebuildRequest.Search s) throws IOException {
    int low = 0;
    int high = s.count() - 1;
    while (high - low > 3 && !least.same()) {
      int third = (high - low) / 3;
      if (nearness(s, low + third).compareTo(nearness(s, high - third)) <= 0) {
        high -= third;
      } else {
        low += third;
      }
    }
    for (int i = low; i <= high && !least.same(); i++) {
      nearness(s, i);
    }
  }

  private Nearness nearness(RebuildRequest.Search s, int index) throws IOException {
    Map<String, String> values = new LinkedHashMap<>(current);
    values.put(s.parameter(), String.valueOf(s.value(index)));
    Nearness before = known.get(values);
    if (before != null) {
      return before;
    }
    Map<String, String> searched = new LinkedHashMap<>();
    names.forEach(n -> searched.put(n, values.getOrDefault(n, "")));
    listener.step("try " + (tries.size() + 1) + ": " + searched);
    Build build = workshop.build("try", values, Map.of());
    Nearness near = Nearness.NOTHING;
    double largest = Double.POSITIVE_INFINITY;
    if (build.problem(recipe).isEmpty()) {
      List<ArtefactDiff> diffs = build.compare(recipe, subjects);
      near = Build.nearness(diffs);
      largest = diffs.stream().mapToDouble(ArtefactDiff::largest).max().orElse(largest);
    }
    known.put(values, near);
    tries.add(new RebuildReport.Recovery.Try(searched, near, largest));
    Build old = best;
    if (old == null || near.compareTo(least) < 0) {
      best = build;
      least = near;
    }
    Build left = best == build ? old : build;
    if (left != null) {
      Folders.remove(left.out());
    }
    return near;
  }
}
