package dev.assay.formats.assembly;

import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds several formats of the same weights in one folder against each other.
final class SameWeights {
  private static final Set<String> MODEL_NAMES =
      Set.of("model", "pytorch_model", "diffusion_pytorch_model", "flax_model", "tf_model");

  private final Report report;

  SameWeights(Report report) {
    this.report = report;
  }

  /// Several formats of the same weights in one folder: the same names must have the same shapes.
  void compare(List<Draft> drafts) {
    var readable = new ArrayList<Draft>();
    for (Draft d : drafts) {
      if (d.hasTensors()
          && d.whole()
          && d.status == Weights.Status.OK
          && d.kind == Weights.Kind.MODEL
          && d.quantisation == null
          && named(d.name())) {
        readable.add(d);
      }
    }
    for (int i = 1; i < readable.size() && i < 10; i++) {
      pair(readable.get(0), readable.get(i));
    }
  }

  /// Whether a name is one under which a release keeps its one model in each format. Other files in
  /// a folder can be a small and a large model that share their names of tensors.
  private static boolean named(String file) {
    int dot = file.indexOf('.');
    String stem = dot < 0 ? file : file.substring(0, dot);
    int shard = stem.indexOf("-0000");
    return MODEL_NAMES.contains(shard < 0 ? stem : stem.substring(0, shard));
  }

  private void pair(Draft a, Draft b) {
    Map<String, List<Long>> shapes = new HashMap<>();
    a.listing.forEach(t -> shapes.put(t.name(), t.shape()));
    int same = 0;
    int other = 0;
    String first = "";
    for (Tensor t : b.listing) {
      List<Long> shape = shapes.get(t.name());
      if (shape == null) {
        continue;
      }
      if (shape.equals(t.shape())) {
        same++;
      } else if (other++ == 0) {
        first = t.name() + " is " + Families.dims(shape) + " and " + Families.dims(t.shape());
      }
    }
    // Two different models in one folder share few names by chance.
    if (same + other < Math.min(a.listing.size(), b.listing.size()) * 3 / 4 || same + other == 0) {
      return;
    }
    if (other > 0) {
      report.disagrees(
          a.name() + " and " + b.name() + " differ in " + other + " tensors: " + first,
          a.evidence,
          b.evidence);
    } else {
      report.agrees(
          a.name() + " and " + b.name() + " hold the same " + same + " tensors by name and shape",
          a.evidence,
          b.evidence);
    }
  }
}
