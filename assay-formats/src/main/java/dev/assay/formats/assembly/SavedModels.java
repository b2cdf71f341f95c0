package dev.assay.formats.assembly;

import dev.assay.io.FileEntry;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts the graph of a SavedModel and the checkpoint in its folder `variables` together: one set of
/// weights, of which the graph says what the variables are and the checkpoint where they lie.
final class SavedModels {
  private static final String INDEX = "variables/variables.index";

  private final Report report;
  private final Function<String, Map<String, FileEntry>> listed;

  /// @param listed the files of a source by path
  SavedModels(Report report, Function<String, Map<String, FileEntry>> listed) {
    this.report = report;
    this.listed = listed;
  }

  /// Joins each graph with its checkpoint; checkpoints that were joined leave the list.
  void join(List<Draft> drafts) {
    var byPath = new HashMap<String, Draft>();
    for (Draft d : drafts) {
      byPath.put(d.source + "\n" + d.path, d);
    }
    var joined = new ArrayList<Draft>();
    for (Draft d : drafts) {
      if (!d.format.equals("tf-savedmodel") || d.status != Weights.Status.OK) {
        continue;
      }
      String index = d.folder().isEmpty() ? INDEX : d.folder() + "/" + INDEX;
      Draft checkpoint = byPath.get(d.source + "\n" + index);
      List<Tensor> variables = d.listing.stream().filter(t -> t.file().isEmpty()).toList();
      if (checkpoint != null && checkpoint.format.equals("tf-checkpoint")) {
        if (checkpoint.status == Weights.Status.OK && checkpoint.whole() && d.whole()) {
          compare(d, checkpoint, variables);
        }
        absorb(d, checkpoint, variables);
        joined.add(checkpoint);
      } else if (!variables.isEmpty()) {
        boolean there = listed.apply(d.source).containsKey(index);
        d.status(
            Weights.Status.INCOMPLETE,
            "its "
                + variables.size()
                + " variables are in "
                + INDEX
                + (there ? ", which could not be read" : ", which is not here"));
      }
    }
    drafts.removeAll(joined);
  }

  private void compare(Draft graph, Draft checkpoint, List<Tensor> variables) {
    // A partitioned variable is many in the graph and one in the checkpoint.
    if (variables.isEmpty() || variables.stream().anyMatch(t -> t.name().contains("/part_"))) {
      return;
    }
    var kept = new HashMap<String, Integer>();
    checkpoint.listing.forEach(t -> kept.merge(shape(t), 1, Integer::sum));
    Tensor first = null;
    int missing = 0;
    for (Tensor t : variables) {
      if (kept.merge(shape(t), -1, Integer::sum) < 0) {
        first = first == null ? t : first;
        missing++;
      }
    }
    if (first == null) {
      report.agrees(
          "the "
              + variables.size()
              + " variables of the graph are in "
              + INDEX
              + ", by type and shape",
          graph.evidence,
          checkpoint.evidence);
    } else {
      report.disagrees(
          "the graph has "
              + missing
              + " variables that "
              + INDEX
              + " does not hold: first "
              + first.name()
              + " of "
              + shape(first),
          graph.evidence,
          checkpoint.evidence);
    }
  }

  private static String shape(Tensor t) {
    return t.type().name() + " " + (t.shape().isEmpty() ? "scalar" : Families.dims(t.shape()));
  }

  private static void absorb(Draft d, Draft checkpoint, List<Tensor> variables) {
    var elements = new HashMap<>(d.elements);
    for (Tensor t : variables) {
      DType type = t.type();
      elements.computeIfPresent(type.name(), (_, n) -> left(n - t.elements()));
    }
    checkpoint.elements.forEach((type, n) -> elements.merge(type, n, SavedModels::sum));
    var listing = new ArrayList<>(checkpoint.listing);
    d.listing.stream().filter(t -> !t.file().isEmpty()).forEach(listing::add);
    var files = new LinkedHashSet<>(d.files);
    files.addAll(checkpoint.files);
    d.files = List.copyOf(files);
    d.elements = Map.copyOf(elements);
    d.listing = List.copyOf(listing);
    d.tensors = d.tensors - variables.size() + checkpoint.tensors;
    d.parameters = checkpoint.parameters;
    d.headerBytes += checkpoint.headerBytes;
    d.dangers = concat(d.dangers, checkpoint.dangers);
    if (checkpoint.status != Weights.Status.OK) {
      d.status(checkpoint.status, checkpoint.path + ": " + checkpoint.reason);
    }
  }

  private static long sum(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }

  private static @Nullable Long left(long n) {
    return n > 0 ? n : null;
  }

  private static <T> List<T> concat(List<T> a, List<T> b) {
    var all = new LinkedHashSet<>(a);
    all.addAll(b);
    return List.copyOf(all);
  }
}
