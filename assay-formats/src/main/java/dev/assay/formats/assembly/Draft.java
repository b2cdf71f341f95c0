package dev.assay.formats.assembly;

import dev.assay.model.Evidence;
import dev.assay.model.Note;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A set of weights that is still being put together.
final class Draft {
  final String source;
  String path;
  List<String> files;
  String format;
  Weights.Status status;
  String reason;
  Weights.Kind kind;
  long tensors;
  @Nullable Long parameters;
  Map<String, Long> elements;
  Weights.@Nullable Shards shards;
  @Nullable String quantisation;
  List<Weights.HeaderFact> metadata;
  List<Note> dangers;
  long headerBytes;
  Evidence evidence;
  List<Tensor> listing;

  /// The same once other files were taken in: of hundreds of shards none is compared with all.
  private final Set<Tensor> known = new LinkedHashSet<>();

  Draft(Weights w) {
    source = w.evidence().source();
    path = w.path();
    files = w.files();
    format = w.format();
    status = w.status();
    reason = w.reason();
    kind = w.kind();
    tensors = w.tensors();
    parameters = w.parameters();
    elements = w.elementsByType();
    shards = w.shards();
    quantisation = w.quantisation();
    metadata = w.metadata();
    dangers = w.dangers();
    headerBytes = w.headerBytes();
    evidence = w.evidence();
    listing = w.listing();
  }

  String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Whether every tensor of the header is in the listing, so that sums over it are whole.
  boolean whole() {
    return listing.size() == tensors;
  }

  /// Whether tensors can be looked at: read, or read as far as the header.
  boolean hasTensors() {
    return (status == Weights.Status.OK || status == Weights.Status.INCOMPLETE)
        && !listing.isEmpty();
  }

  /// The first reason stays, and a damage outweighs a lack.
  void status(Weights.Status value, String why) {
    if (status == Weights.Status.OK
        || (status == Weights.Status.INCOMPLETE && value == Weights.Status.MALFORMED)) {
      status = value;
      reason = why;
    }
  }

  void fact(Weights.Topic topic, String key, String value, Evidence where) {
    if (!value.isBlank()) {
      var more = new ArrayList<>(metadata);
      more.add(new Weights.HeaderFact(topic, key, cut(value), where));
      metadata = more;
    }
  }

  private static String cut(String value) {
    return value.length() > 4096 ? value.substring(0, 4096) : value;
  }

  void danger(String text, Evidence where) {
    var more = new ArrayList<>(dangers);
    more.add(new Note(Note.Kind.DANGER, text, List.of(where)));
    dangers = more;
  }

  /// Takes another file of the same set in.
  void absorb(Weights w) {
    var paths = new LinkedHashSet<>(files);
    paths.addAll(w.files());
    files = List.copyOf(paths);
    tensors += w.tensors();
    parameters =
        parameters == null || w.parameters() == null ? null : sum(parameters, w.parameters());
    var all = new TreeMap<>(elements);
    w.elementsByType().forEach((t, n) -> all.merge(t, n, Draft::sum));
    elements = all;
    metadata = facts(metadata, w.metadata());
    dangers = join(dangers, w.dangers());
    headerBytes += w.headerBytes();
    if (known.isEmpty()) {
      known.addAll(listing);
      listing = new ArrayList<>(known);
    }
    w.listing().stream().filter(known::add).forEach(listing::add);
    if (w.status() != Weights.Status.OK) {
      status(w.status(), w.path() + ": " + w.reason());
    }
    if (quantisation == null) {
      quantisation = w.quantisation();
    }
  }

  private static long sum(long a, long b) {
    // Counts near the largest long come from headers that lie; they stay there instead of
    // turning negative.
    long s = a + b;
    return s < 0 ? Long.MAX_VALUE : s;
  }

  /// What every shard repeats is said once.
  private static List<Weights.HeaderFact> facts(
      List<Weights.HeaderFact> a, List<Weights.HeaderFact> b) {
    var all = new ArrayList<>(a);
    var known = new java.util.HashSet<String>();
    a.forEach(f -> known.add(f.key() + "\n" + f.value()));
    b.stream().filter(f -> known.add(f.key() + "\n" + f.value())).forEach(all::add);
    return all;
  }

  private static <T> List<T> join(List<T> a, List<T> b) {
    var all = new LinkedHashSet<>(a);
    all.addAll(b);
    return List.copyOf(all);
  }

  Weights build() {
    return new Weights(
        path,
        files,
        format,
        status,
        reason,
        kind,
        tensors,
        parameters,
        elements,
        shards,
        quantisation,
        metadata,
        dangers,
        headerBytes,
        evidence,
        listing);
  }
}
