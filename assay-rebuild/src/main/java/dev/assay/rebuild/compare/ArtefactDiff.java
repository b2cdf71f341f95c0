package dev.assay.rebuild.compare;

import dev.assay.weights.TensorDiff;
import dev.assay.weights.ValueDiff;
import dev.assay.weights.WeightsDiff;
import java.util.List;

/// How a rebuilt artefact differs from the published one.
///
/// @param path the artefact's name
/// @param published the SHA-256 of the published bytes
/// @param rebuilt the SHA-256 of the rebuilt bytes
/// @param fields everything that is not the same
/// @param weights the numbers, for each file that holds some and is not the same
/// @param normalisers which readers looked inside containers and forms to tell content from form
/// @param agreements things that agree and tell something, such as a hash of the training events
/// @param unlike the share of parts other than numbers that stand on one side only, from 0 to 1
public record ArtefactDiff(
    String path,
    String published,
    String rebuilt,
    List<FieldDiff> fields,
    List<WeightsDiff> weights,
    List<String> normalisers,
    List<String> agreements,
    double unlike) {
  public ArtefactDiff {
    fields = List.copyOf(fields);
    weights = List.copyOf(weights);
    normalisers = List.copyOf(normalisers);
    agreements = List.copyOf(agreements);
  }

  /// Whether the bytes are the same.
  public boolean identicalFile() {
    return published.equals(rebuilt);
  }

  /// Whether only fields that the recipe names as clock fields differ.
  public boolean identicalAfterClock() {
    return identicalFile()
        || (!fields.isEmpty()
            && fields.stream().allMatch(f -> f.nature() == FieldDiff.Nature.CLOCK));
  }

  /// Whether all numbers and all unknown content are the same.
  public boolean identicalTensors() {
    return identicalFile()
        || !fields.isEmpty()
            && fields.stream()
                .allMatch(f ->
                    f.nature() == FieldDiff.Nature.CLOCK
                        || f.nature() == FieldDiff.Nature.METADATA);
  }

  /// Whether the two differ in nothing but numbers, of the same shapes and names, all finite.
  public boolean onlyValues() {
    return fields.stream().noneMatch(f -> f.nature() == FieldDiff.Nature.CONTENT)
        && weights.stream().flatMap(w -> w.tensors().stream()).allMatch(ArtefactDiff::sameKind);
  }

  private static boolean sameKind(TensorDiff t) {
    ValueDiff v = t.values();
    return v != null
        && v.notFinite() == 0
        && !Double.isNaN(v.largest())
        && (t.change() == TensorDiff.Change.IDENTICAL || t.change() == TensorDiff.Change.CHANGED);
  }

  /// How near the rebuilt one comes to the published one.
  public Nearness nearness() {
    double distance = distance();
    List<TensorDiff> tensors = weights.stream().flatMap(w -> w.tensors().stream()).toList();
    double norm =
        tensors.stream()
            .filter(ArtefactDiff::sameKind)
            .map(TensorDiff::values)
            .filter(java.util.Objects::nonNull)
            .mapToDouble(ValueDiff::relativeNorm)
            .max()
            .orElse(distance);
    double strange =
        tensors.stream().filter(t -> !sameKind(t)).count() / (double) Math.max(1, tensors.size());
    return new Nearness(distance, Math.max(unlike, strange), norm);
  }

  /// How far apart the numbers are: the largest relative norm of any tensor; 0 for equal numbers,
  /// infinity where they cannot be measured.
  public double distance() {
    if (identicalTensors()) {
      return 0;
    }
    if (!onlyValues() || weights.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    return weights.stream()
        .flatMap(w -> w.tensors().stream())
        .map(TensorDiff::values)
        .filter(java.util.Objects::nonNull)
        .mapToDouble(ValueDiff::relativeNorm)
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /// The largest absolute difference of any number.
  public double largest() {
    return weights.stream()
        .flatMap(w -> w.tensors().stream())
        .map(TensorDiff::values)
        .filter(java.util.Objects::nonNull)
        .mapToDouble(ValueDiff::largest)
        .filter(d -> !Double.isNaN(d))
        .max()
        .orElse(0);
  }
}
