package dev.assay.rebuild;

import dev.assay.rebuild.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What honest rebuilds may differ in. Each is a build with the same recipe on what could be
/// another machine.
final class Variants {
  private Variants() {}

  /// @param jdk another JDK; null for the usual one
  /// @param not why it cannot be built here; empty when it can
  record Variant(
      String what,
      Map<String, String> values,
      Map<String, String> environment,
      @Nullable Path jdk,
      String not) {
    Variant(String what, Map<String, String> values, Map<String, String> environment) {
      this(what, values, environment, null, "");
    }
  }

  static List<Variant> of(RebuildRequest request, Recipe recipe, Map<String, String> values) {
    List<Variant> all = new ArrayList<>();
    for (int i = 0; i < request.repeat(); i++) {
      all.add(new Variant("again", values, Map.of()));
    }
    for (RebuildRequest.Variation v : request.vary()) {
      switch (v) {
        case THREADS -> {
          all.add(threads(recipe, values, 1));
          all.add(threads(recipe, values, 3));
        }
        case LOCALE ->
            all.add(
                new Variant(
                    "locale: Turkish",
                    values,
                    Map.of(
                        "LANG", "tr_TR.UTF-8",
                        "LC_ALL", "tr_TR.UTF-8",
                        "JDK_JAVA_OPTIONS", "-Duser.language=tr -Duser.country=TR")));
        case TIME ->
            all.add(
                new Variant(
                    "time zone: Kiritimati (UTC+14)", values, Map.of("TZ", "Pacific/Kiritimati")));
        case CPU ->
            all.add(new Variant("processor: one, without wide vectors", values, oneProcessor()));
        case JDK -> all.add(jdk(request, recipe, values));
      }
    }
    return all;
  }

  private static Variant jdk(RebuildRequest request, Recipe recipe, Map<String, String> values) {
    int lowest = recipe.environment().jdk();
    return Jdks.other(System.getenv(), lowest, request.jdk())
        .map(other -> new Variant("JDK: " + Jdks.version(other), values, Map.of(), other, ""))
        .orElseGet(() ->
            new Variant(
                "another JDK",
                values,
                Map.of(),
                null,
                "no other JDK"
                    + (lowest > 0 ? " of version " + lowest + " or later" : "")
                    + " is on this machine"));
  }

  /// Through a parameter that has to do with threads, first of all one that is said to be free;
  /// else through the variables that numeric libraries and the JDK read. Where a parameter of
  /// threads is not free, because each thread sums by itself, another number is the honest rebuild
  /// of somebody with another machine.
  private static Variant threads(Recipe recipe, Map<String, String> values, int count) {
    for (boolean free : List.of(true, false)) {
      for (Map.Entry<String, Recipe.Parameter> e : recipe.parameters().entrySet()) {
        String name = e.getKey().toLowerCase(Locale.ROOT);
        if ((e.getValue().basis() == Recipe.Basis.FREE) == free
            && (name.contains("thread") || name.contains("worker") || name.contains("core"))) {
          Map<String, String> other = new LinkedHashMap<>(values);
          other.put(e.getKey(), String.valueOf(count));
          return new Variant(e.getKey() + " = " + count, other, Map.of());
        }
      }
    }
    String n = String.valueOf(count);
    return new Variant(
        "threads that libraries see: " + count,
        values,
        Map.of(
            "OMP_NUM_THREADS", n,
            "OPENBLAS_NUM_THREADS", n,
            "MKL_NUM_THREADS", n,
            "JDK_JAVA_OPTIONS", "-XX:ActiveProcessorCount=" + n));
  }

  private static Map<String, String> oneProcessor() {
    boolean intel = System.getProperty("os.arch", "").equals("amd64");
    return Map.of(
        "OMP_NUM_THREADS", "1",
        "OPENBLAS_NUM_THREADS", "1",
        "MKL_NUM_THREADS", "1",
        "JDK_JAVA_OPTIONS", "-XX:ActiveProcessorCount=1" + (intel ? " -XX:UseAVX=0" : ""));
  }
}
