package dev.assay.rebuild;

import dev.assay.model.RecipeVerdict;
import dev.assay.model.WeightsVerdict;
import dev.assay.rebuild.compare.ArtefactDiff;
import dev.assay.rebuild.compare.Nearness;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.sandbox.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of a rebuild.
///
/// @param recipe the recipe
/// @param recipeSha256 the hash of its file
/// @param weights what came of the weights
/// @param how how far the recipe is the release's own
/// @param reason one sentence: what the verdict rests on
/// @param values the parameters of the build that was compared
/// @param changed materials of an editable copy that are not as the recipe says
/// @param artefacts each published file against the rebuilt one
/// @param variants further builds of the same recipe, compared with the first
/// @param probe how far behaviour agrees; null when there is no probe or it was not needed
/// @param recovery how parameters were found; null when none was searched
/// @param hints what in the code is likely to make results differ; looked for only when they do
/// @param sandbox what kept the run apart, in one sentence; empty when nothing was run
/// @param machine the JDK and the machine
/// @param ended how the build ended; null when none was started
/// @param log where its log is; null when none was started
/// @param lastLines the end of its log, when it failed
/// @param kept where the outputs are; null when there are none
public record RebuildReport(
    Recipe recipe,
    String recipeSha256,
    WeightsVerdict weights,
    RecipeVerdict how,
    String reason,
    Map<String, String> values,
    List<String> changed,
    List<ArtefactDiff> artefacts,
    List<Variant> variants,
    @Nullable Probed probe,
    @Nullable Recovery recovery,
    List<String> hints,
    String sandbox,
    String machine,
    @Nullable Ended ended,
    @Nullable Path log,
    List<String> lastLines,
    @Nullable Path kept) {
  public RebuildReport {
    values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    changed = List.copyOf(changed);
    artefacts = List.copyOf(artefacts);
    variants = List.copyOf(variants);
    hints = List.copyOf(hints);
    lastLines = List.copyOf(lastLines);
  }

  /// Whether this proves the weights rebuilt from the release's own recipe: proof level 4.
  public boolean proves() {
    return weights.proves() && how != RecipeVerdict.SUBSTITUTED;
  }

  /// How many artefacts are identical, as a file, after clock or in their tensors.
  public long identical() {
    return artefacts.stream().filter(ArtefactDiff::identicalTensors).count();
  }

  /// The same with its log in another place.
  ///
  /// @param place null when it was not kept
  public RebuildReport withLog(@Nullable Path place) {
    return new RebuildReport(
        recipe,
        recipeSha256,
        weights,
        how,
        reason,
        values,
        changed,
        artefacts,
        variants,
        probe,
        recovery,
        hints,
        sandbox,
        machine,
        ended,
        place,
        lastLines,
        kept);
  }

  /// Writes it as text for a terminal.
  public String text() {
    return new ReportText().write(this);
  }

  /// Writes it as JSON.
  public String json() {
    return ReportJson.write(this);
  }

  /// A further build.
  ///
  /// @param what what was varied; `again` for a repetition
  /// @param same whether it gave the same bytes as the first
  /// @param distance the largest relative norm between the two, 0 when the same
  /// @param failed why it gave nothing; empty when it ran
  public record Variant(String what, boolean same, double distance, String failed) {}

  /// How far two models say the same.
  ///
  /// @param agree lines that are the same
  /// @param lines lines in all
  /// @param honest the least agreement between two honest rebuilds that differ; -1 where there are
  ///   none
  /// @param baseline what the recipe says it should be read against
  /// @param failed why the probe gave nothing; empty when it ran
  public record Probed(long agree, long lines, long honest, String baseline, String failed) {}

  /// A search for parameters.
  ///
  /// @param tries each build that was made for it, in order
  /// @param found the values that came closest
  public record Recovery(List<Try> tries, Map<String, String> found) {
    public Recovery {
      tries = List.copyOf(tries);
      found = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(found));
    }

    /// One build.
    ///
    /// @param values the searched parameters' values
    /// @param near how near it came to the published weights
    /// @param largest the largest absolute difference
    public record Try(Map<String, String> values, Nearness near, double largest) {}
  }
}
