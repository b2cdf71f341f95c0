package dev.assay.formats.assembly;

import dev.assay.io.FileEntry;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Whether the files that hold the bytes of tensors are beside the file that lists them, and long
/// enough: external data of ONNX, the data of a TensorFlow checkpoint, the `.bin` of OpenVINO, the
/// shards of TensorFlow.js, the weights of a Core ML program.
final class DataFiles {
  /// The key of the header fact that names such a file, where tensors do not each name it.
  static final String FACT = "external_data";

  private static final Set<String> FORMATS =
      Set.of("onnx", "tf-checkpoint", "openvino", "tfjs", "coreml");
  private static final int SHOWN = 3;

  private final Map<String, FileEntry> listed;
  private final Set<String> pointers;

  /// @param listed every file of the release by its path
  /// @param pointers those in whose place a pointer stands
  DataFiles(Map<String, FileEntry> listed, Set<String> pointers) {
    this.listed = listed;
    this.pointers = pointers;
  }

  /// Adds the files that are here to the artefact; what is missing or short makes it incomplete.
  void check(Draft d) {
    if (!FORMATS.contains(d.format)) {
      return;
    }
    Map<String, Long> needed = needed(d);
    var names = new LinkedHashSet<>(needed.keySet());
    String folder = d.folder().isEmpty() ? "" : d.folder() + "/";
    for (Weights.HeaderFact f : d.metadata) {
      if (f.key().equals(FACT)) {
        names.add(folder + f.value());
      }
    }
    var missing = new ArrayList<String>();
    var files = new ArrayList<>(d.files);
    long here = 0;
    for (String name : names) {
      FileEntry e = listed.get(name);
      if (e == null || e.kind() != FileEntry.Kind.FILE) {
        missing.add(name.substring(folder.length()) + ", which is not here");
      } else if (pointers.contains(name)) {
        missing.add(name.substring(folder.length()) + ", in whose place a pointer stands");
      } else {
        here += e.size();
        if (!files.contains(name)) {
          files.add(name);
        }
      }
    }
    d.files = List.copyOf(files);
    if (!missing.isEmpty()) {
      String more = missing.size() > SHOWN ? ", and " + (missing.size() - SHOWN) + " more" : "";
      d.status(
          Weights.Status.INCOMPLETE,
          "its weights are in " + String.join("; ", missing.stream().limit(SHOWN).toList()) + more);
    } else if (d.format.equals("tfjs")) {
      // The tensors of a group run on from one shard into the next.
      tooShort(d, "its shards", here, needed.values().stream().mapToLong(n -> n).sum());
    } else {
      needed.forEach((name, n) -> {
        FileEntry e = listed.get(name);
        if (e != null) {
          tooShort(d, name.substring(folder.length()), e.size(), n);
        }
      });
    }
  }

  private static void tooShort(Draft d, String name, long size, long needed) {
    if (size < needed) {
      d.status(
          Weights.Status.INCOMPLETE,
          name + " has " + size + " bytes where the tensors need " + needed);
    }
  }

  /// How long each other file must be for the tensors in it.
  private static Map<String, Long> needed(Draft d) {
    var needed = new TreeMap<String, Long>();
    for (Tensor t : d.listing) {
      if (!t.file().isEmpty()
          && !t.file().equals(d.path)
          && t.file().startsWith(d.folder())
          && !t.file().contains("..")) {
        boolean placed =
            t.offset() >= 0 && t.bytes() >= 0 && t.offset() <= Long.MAX_VALUE - t.bytes();
        needed.merge(t.file(), placed ? t.offset() + t.bytes() : 0, Math::max);
      }
    }
    return needed;
  }
}
