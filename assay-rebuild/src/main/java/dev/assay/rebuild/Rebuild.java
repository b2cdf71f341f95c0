package dev.assay.rebuild;

import dev.assay.model.WeightsVerdict;
import dev.assay.rebuild.compare.ArtefactDiff;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.sandbox.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Builds published weights again from a recipe, in a sandbox, and compares: the facade of `assay
/// rebuild`.
public final class Rebuild {
  private static final int LAST_LINES = 12;

  private final RebuildRequest request;
  private final Recipe recipe;
  private final Listener listener;
  private final List<RebuildReport.Variant> variants = new ArrayList<>();
  private Map<String, String> values;
  private RebuildReport.@Nullable Recovery recovery;
  private RebuildReport.@Nullable Probed probed;

  private Rebuild(RebuildRequest request, Listener listener) {
    this.request = request;
    this.recipe = request.recipe();
    this.listener = listener;
    values = new LinkedHashMap<>(recipe.values(request.declared()));
    request.settings().forEach((k, v) -> values.replace(k, v));
  }

  /// Does what is asked for. Whatever goes wrong with the recipe, its materials or its command is
  /// in the report.
  ///
  /// @throws UncheckedIOException when the workspace cannot be used
  public static RebuildReport run(RebuildRequest request, Listener listener) {
    try {
      return new Rebuild(request, listener).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RebuildReport run() throws IOException {
    for (String name : request.settings().keySet()) {
      if (!recipe.parameters().containsKey(name)) {
        return notAttempted(List.of("the recipe has no parameter " + name), List.of());
      }
    }
    for (RebuildRequest.Search s : request.recover()) {
      if (!recipe.parameters().containsKey(s.parameter())) {
        return notAttempted(List.of("the recipe has no parameter " + s.parameter()), List.of());
      }
    }
    Optional<String> jdk = Jdks.problem(request.jdk(), recipe.environment().jdk());
    if (jdk.isPresent()) {
      return notAttempted(List.of(jdk.get()), List.of());
    }
    Files.createDirectories(request.workspace());
    listener.step("checking the materials");
    var materials = new Materials(request, request.workspace());
    materials.stage();
    if (!materials.problems().isEmpty()) {
      return notAttempted(materials.problems(), materials.changed());
    }
    Folders.openToRead(materials.inputs());
    Optional<Workshop> workshop = Workshop.open(request, materials, listener);
    if (workshop.isEmpty()) {
      return notAttempted(
          List.of(
              request.sandbox() == null
                  ? "no sandbox works on this machine (bubblewrap, user namespaces and Landlock were"
                      + " tried); to run the recipe without one, trusting it, say --unsandboxed"
                  : "the sandbox " + request.sandbox() + " does not work on this machine"),
          materials.changed());
    }
    return build(workshop.get(), materials);
  }

  private RebuildReport build(Workshop workshop, Materials materials) throws IOException {
    Build build;
    if (request.recover().isEmpty()) {
      listener.step("building");
      build = workshop.build("build", values, Map.of());
    } else {
      Recovering search = new Recovering(workshop, recipe, materials.subjects(), listener);
      build = search.run(values, request.recover());
      values = new LinkedHashMap<>(build.values());
      recovery = search.result();
    }
    String problem = build.problem(recipe);
    if (!problem.isEmpty()) {
      return report(WeightsVerdict.DID_NOT_RUN, problem, List.of(), materials, workshop, build);
    }
    listener.step("comparing");
    List<ArtefactDiff> diffs;
    try {
      diffs = build.compare(recipe, materials.subjects());
    } catch (IOException e) {
      return report(
          WeightsVerdict.DID_NOT_RUN,
          "an output cannot be read: " + e.getMessage(),
          List.of(),
          materials,
          workshop,
          build);
    }
    List<Build> others = vary(workshop, build);
    WeightsVerdict verdict = verdict(diffs);
    if (verdict == WeightsVerdict.DIFFERENT && recipe.probe() != null) {
      listener.step("comparing behaviour on the probe");
      probed = new Probing(workshop, recipe, materials.subjects()).run(build, others);
      if (probed.honest() >= 0 && probed.failed().isEmpty() && probed.agree() >= probed.honest()) {
        verdict = WeightsVerdict.FUNCTIONALLY_EQUAL;
      }
    }
    if (request.keep() != null) {
      keep(build, request.keep());
    }
    return report(verdict, reason(verdict, diffs), diffs, materials, workshop, build);
  }

  private List<Build> vary(Workshop workshop, Build first) throws IOException {
    List<Build> builds = new ArrayList<>();
    for (Variants.Variant v : Variants.of(request, recipe, values)) {
      if (!v.not().isEmpty()) {
        variants.add(new RebuildReport.Variant(v.what(), false, Double.POSITIVE_INFINITY, v.not()));
        continue;
      }
      listener.step("building once more: " + v.what());
      Path jdk = v.jdk() == null ? request.jdk() : v.jdk();
      Build other = workshop.build("variant" + builds.size(), v.values(), v.environment(), jdk);
      builds.add(other);
      String problem = other.problem(recipe);
      if (problem.isEmpty()) {
        List<ArtefactDiff> diffs = other.compare(recipe, first);
        boolean same = diffs.stream().allMatch(ArtefactDiff::identicalAfterClock);
        variants.add(
            new RebuildReport.Variant(v.what(), same, same ? 0 : Build.distance(diffs), ""));
      } else {
        variants.add(new RebuildReport.Variant(v.what(), false, Double.POSITIVE_INFINITY, problem));
      }
    }
    return builds;
  }

  private WeightsVerdict verdict(List<ArtefactDiff> diffs) {
    if (diffs.stream().allMatch(ArtefactDiff::identicalFile)) {
      return WeightsVerdict.IDENTICAL_FILE;
    }
    if (diffs.stream().allMatch(ArtefactDiff::identicalAfterClock)) {
      return WeightsVerdict.IDENTICAL_AFTER_CLOCK;
    }
    if (diffs.stream().allMatch(ArtefactDiff::identicalTensors)) {
      return WeightsVerdict.IDENTICAL_TENSORS;
    }
    double spread = spread();
    return spread > 0 && Build.distance(diffs) <= spread
        ? WeightsVerdict.EQUAL_WITHIN_ROUNDING
        : WeightsVerdict.DIFFERENT;
  }

  /// The largest distance between honest rebuilds that was measured.
  private double spread() {
    return variants.stream()
        .filter(v -> v.failed().isEmpty())
        .mapToDouble(RebuildReport.Variant::distance)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private String reason(WeightsVerdict verdict, List<ArtefactDiff> diffs) {
    long same = diffs.stream().filter(ArtefactDiff::identicalTensors).count();
    String count = diffs.size() > 1 ? same + " of " + diffs.size() + " files identical; " : "";
    return switch (verdict) {
      case IDENTICAL_FILE -> count + "the rebuilt bytes are the published ones";
      case IDENTICAL_AFTER_CLOCK ->
          count + "only fields differ that the recipe names as the clock's";
      case IDENTICAL_TENSORS -> count + "every number is the same; other fields differ";
      case EQUAL_WITHIN_ROUNDING ->
          count
              + "the distance "
              + ReportText.number(Build.distance(diffs))
              + " is within the "
              + ReportText.number(spread())
              + " measured between honest rebuilds";
      case FUNCTIONALLY_EQUAL ->
          count + "the numbers differ and the answers agree as often as between honest rebuilds";
      case DIFFERENT ->
          count
              + (Double.isFinite(Build.distance(diffs))
                  ? "numbers differ by up to "
                      + ReportText.number(
                          diffs.stream().mapToDouble(ArtefactDiff::largest).max().orElse(0))
                      + (variants.isEmpty()
                          ? "; how far honest rebuilds differ was not measured (--repeat, --vary)"
                          : "; honest rebuilds differ by a relative norm of "
                              + ReportText.number(spread()))
                  : "content differs that is not only numbers");
      case DID_NOT_RUN, NOT_ATTEMPTED -> "";
    };
  }

  private void keep(Build build, Path target) throws IOException {
    for (Recipe.Output o : recipe.outputs()) {
      Path to = target.resolve(o.path());
      Folders.remove(to);
      Folders.copy(build.out().resolve(o.path()), to);
    }
  }

  private RebuildReport report(
      WeightsVerdict verdict,
      String reason,
      List<ArtefactDiff> diffs,
      Materials materials,
      Workshop workshop,
      Build build)
      throws IOException {
    boolean bad = verdict == WeightsVerdict.DID_NOT_RUN;
    boolean odd = !verdict.proves() || variants.stream().anyMatch(v -> !v.same());
    return new RebuildReport(
        recipe,
        request.recipeSha256(),
        verdict,
        RecipeJudge.judge(request, values, materials.changed()),
        reason,
        values,
        materials.changed(),
        diffs,
        variants,
        probed,
        recovery,
        odd ? Causes.look(recipe, materials) : List.of(),
        workshop.keepsApart(),
        Jdks.describe(request.jdk()),
        build.ended(),
        build.log(),
        bad ? lastLines(build.log()) : List.of(),
        bad ? null : request.keep());
  }

  private static List<String> lastLines(Path log) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(log);
    return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
  }

  private RebuildReport notAttempted(List<String> problems, List<String> changed) {
    return new RebuildReport(
        recipe,
        request.recipeSha256(),
        WeightsVerdict.NOT_ATTEMPTED,
        RecipeJudge.judge(request, values, changed),
        String.join("; ", problems),
        values,
        changed,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        "",
        Jdks.describe(request.jdk()),
        null,
        null,
        List.of(),
        null);
  }
}
