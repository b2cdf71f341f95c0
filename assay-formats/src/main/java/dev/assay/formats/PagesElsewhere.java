package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Note;
import dev.assay.model.Span;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Content against type where the bytes lie in another file than the one that names the tensors:
/// external data of ONNX, the data of a TensorFlow checkpoint, the `.bin` of OpenVINO, the shards
/// of TensorFlow.js, the blobs of a Core ML program. One page of one file is read for each.
public final class PagesElsewhere {
  private static final int BLOB_RECORD = 64;
  private static final long BLOB_MARK = 0xdeadbeefL;

  private PagesElsewhere() {}

  /// The weights, with what a page of the file beside them says against their types. A file that is
  /// not there, too short or unreadable is judged elsewhere and says nothing here.
  public static Weights checked(FileTree tree, Weights weights) {
    Set<String> names = files(weights);
    if (weights.status() != Weights.Status.OK || names.isEmpty()) {
      return weights;
    }
    Map<String, FileEntry> here = new HashMap<>();
    for (FileEntry e : tree.files()) {
      if (names.contains(e.path()) && e.kind() == FileEntry.Kind.FILE) {
        here.put(e.path(), e);
      }
    }
    Tensor best = null;
    for (Tensor t : placed(weights, here)) {
      FileEntry file = here.get(t.file());
      if (file != null
          && file.size() - Precision.SAMPLE >= t.offset()
          && Precision.better(best, t)) {
        best = t;
      }
    }
    if (best == null) {
      return weights;
    }
    FileEntry file = here.get(best.file());
    return file == null
        ? weights
        : look(tree, weights, best, file).map(weights::withDanger).orElse(weights);
  }

  /// The other files that hold tensors, or may.
  private static Set<String> files(Weights w) {
    var names = new HashSet<String>();
    for (Tensor t : w.listing()) {
      if (!t.file().isEmpty() && !t.file().equals(w.path())) {
        names.add(t.file());
      }
    }
    names.addAll(shards(w));
    return names;
  }

  /// The shards of a group in their order, where the format lets tensors run on from one into the
  /// next, so that none of them names a file.
  private static List<String> shards(Weights w) {
    if (!w.format().equals("tfjs")
        || w.listing().size() != w.tensors()
        || w.listing().stream().anyMatch(t -> !t.file().isEmpty() || t.bytes() < 0)) {
      return List.of();
    }
    String folder = w.path().substring(0, w.path().lastIndexOf('/') + 1);
    return w.metadata().stream()
        .filter(f -> f.key().equals("external_data"))
        .map(f -> folder + f.value())
        .toList();
  }

  private static List<Tensor> placed(Weights w, Map<String, FileEntry> here) {
    List<String> shards = shards(w);
    if (shards.isEmpty()) {
      return w.listing().stream().filter(t -> !t.file().equals(w.path())).toList();
    }
    var placed = new ArrayList<Tensor>();
    int shard = 0;
    long before = 0;
    long at = 0;
    for (Tensor t : w.listing()) {
      @Nullable FileEntry in = here.get(shards.get(shard));
      while (in != null && at - before >= in.size() && shard + 1 < shards.size()) {
        before += in.size();
        in = here.get(shards.get(++shard));
      }
      if (in == null) {
        break;
      }
      placed.add(
          new Tensor(
              t.name(), t.role(), t.shape(), t.type(), in.path(), at - before, t.bytes(), null));
      at += t.bytes();
    }
    return placed;
  }

  private static Optional<Note> look(FileTree tree, Weights w, Tensor tensor, FileEntry file) {
    try (ByteSource bytes = tree.open(file)) {
      if (bytes.size() - Precision.SAMPLE < tensor.offset()) {
        return Optional.empty();
      }
      if (w.format().equals("coreml") && !described(bytes, tensor)) {
        return Optional.empty();
      }
      return Precision.check(tensor, bytes)
          .map(text -> {
            byte[] page = bytes.bytes(tensor.offset(), Precision.SAMPLE);
            return new Note(
                Note.Kind.DISAGREES,
                text,
                List.of(
                    new Evidence(
                        w.evidence().source(),
                        file.path(),
                        new Span.Bytes(tensor.offset(), tensor.offset() + Precision.SAMPLE),
                        "",
                        new Digest(Digest.Scope.SPAN, TextFile.sha256(page)))));
          });
    } catch (UncheckedIOException | Malformed e) {
      return Optional.empty();
    }
  }

  // Before each blob stands a record of 64 bytes that begins with a mark and names where the
  // blob begins.
  private static boolean described(ByteSource bytes, Tensor tensor) {
    long at = tensor.offset() - BLOB_RECORD;
    if (at < 0) {
      return false;
    }
    var record = new Cursor(bytes, at, at + BLOB_RECORD);
    long mark = record.u32();
    record.skip(Integer.BYTES + Long.BYTES);
    return mark == BLOB_MARK && record.i64() == tensor.offset();
  }
}
