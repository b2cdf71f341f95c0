package dev.assay.formats.keras;

import dev.assay.formats.DTypes;
import dev.assay.formats.HeaderKeys;
import dev.assay.formats.JsonValue;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.hdf5.Hdf5;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// HDF5 as Keras writes it, and any other HDF5 with arrays in it: tensors are its datasets,
/// architecture and training are JSON in attributes of the root.
public final class KerasH5 implements WeightsFormat {
  private static final List<String> OPTIMIZERS =
      List.of("optimizer_weights/", "optimizer/", "training/", "_optimizer/", "vars_optimizer/");

  /// What learned arrays are called; an HDF5 file can just as well hold data.
  private static final List<String> LEARNED =
      List.of("kernel", "bias", "weight", "gamma", "beta", "embedding", "/vars/");

  @Override
  public String id() {
    return "hdf5";
  }

  @Override
  public String title() {
    return "HDF5 (Keras)";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return Hdf5.recognises(head);
  }

  @Override
  public List<String> endings() {
    return List.of(".h5", ".hdf5");
  }

  private static boolean isKeras(Hdf5 file) {
    return List.of("keras_version", "model_config", "layer_names", "backend").stream()
            .anyMatch(name ->
                file.attribute("", name) != null || file.attribute("model_weights", name) != null)
        || file.datasets().stream().anyMatch(d -> d.path().contains("/vars/"));
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    Hdf5 file = Hdf5.read(bytes);
    boolean keras = isKeras(file);
    var out = new WeightsBuilder(source, entry, bytes, keras ? "keras-h5" : id());
    if (!keras && file.datasets().stream().noneMatch(KerasH5::learned)) {
      out.kind(Weights.Kind.OTHER);
    }
    add(out, file, entry.path(), bytes.size(), 0);
    return out.build();
  }

  private static boolean learned(Hdf5.Dataset d) {
    return LEARNED.stream().anyMatch(d.path()::contains);
  }

  /// Adds everything that an HDF5 file says.
  ///
  /// @param path the file that evidence and tensors name
  /// @param size the HDF5 file's own size
  /// @param start where it begins in that file, or -1 where it is packed inside
  static void add(WeightsBuilder out, Hdf5 file, String path, long size, long start) {
    status(out, file, size);
    for (Hdf5.Dataset d : file.datasets()) {
      Tensor.Role role = role(d);
      long at = start < 0 || d.offset() < 0 ? -1 : start + d.offset();
      out.tensor(new Tensor(d.path(), role, d.shape(), d.type(), path, at, d.bytes(), null));
      if (role == Tensor.Role.OPTIMIZER) {
        out.kind(Weights.Kind.CHECKPOINT);
      }
      if (d.outside()) {
        out.danger(
            "the data of "
                + d.path()
                + " lies in another file that the header names (external storage): reading it reads"
                + " any file that the path reaches",
            Math.max(0, start),
            Math.max(0, start) + 512);
      } else if (d.offset() >= 0 && d.bytes() > size - d.offset()) {
        out.status(
            Weights.Status.INCOMPLETE, "the data of " + d.path() + " lies beyond the file's end");
      }
    }
    links(out, file, start);
    attributes(out, file, start);
    if (file.cut()) {
      out.uncounted();
      out.remark("the file has more groups, links or attributes than were read", 0, 8);
    }
  }

  private static void status(WeightsBuilder out, Hdf5 file, long size) {
    if (file.declaredSize() > size) {
      out.status(
          Weights.Status.INCOMPLETE,
          "the file has " + size + " of the " + file.declaredSize() + " bytes that it declares");
    }
    if (!file.problems().isEmpty()) {
      int n = file.problems().size();
      out.status(
          Weights.Status.MALFORMED,
          file.problems().getFirst() + (n > 1 ? ", and " + (n - 1) + " more" : ""));
      out.uncounted();
    }
  }

  private static Tensor.Role role(Hdf5.Dataset d) {
    for (String prefix : OPTIMIZERS) {
      if (d.path().startsWith(prefix)) {
        return Tensor.Role.OPTIMIZER;
      }
    }
    return DTypes.role(d.path(), d.type());
  }

  private static void links(WeightsBuilder out, Hdf5 file, long start) {
    long base = Math.max(0, start);
    for (Hdf5.Link link : file.links()) {
      if (link.external()) {
        out.danger(
            "the link "
                + link.path()
                + " leads out of the file to "
                + link.target()
                + " (external link): reading it reads any file that the path reaches",
            base + link.from(),
            base + link.to());
      }
    }
  }

  private static void attributes(WeightsBuilder out, Hdf5 file, long start) {
    text(out, file, "keras_version", Weights.Topic.TOOL, start);
    text(out, file, "backend", Weights.Topic.TOOL, start);
    json(out, file, "model_config", start);
    json(out, file, "training_config", start);
    for (Hdf5.Attribute a : file.attributes()) {
      Weights.Topic topic = HeaderKeys.topic(a.name());
      if (topic != Weights.Topic.OTHER && !a.values().isEmpty()) {
        out.fact(
            topic, a.name(), a.values().getFirst(), place(start, a.from()), place(start, a.to()));
      }
    }
  }

  private static long place(long start, long at) {
    return Math.max(0, start) + at;
  }

  private static Hdf5.@Nullable Attribute root(Hdf5 file, String name) {
    Hdf5.Attribute a = file.attribute("", name);
    return a != null ? a : file.attribute("model_weights", name);
  }

  private static void text(
      WeightsBuilder out, Hdf5 file, String name, Weights.Topic topic, long start) {
    Hdf5.Attribute a = root(file, name);
    if (a != null) {
      String value = a.values().getFirst();
      out.fact(topic, name, value, place(start, a.from()), place(start, a.to()));
    }
  }

  private static void json(WeightsBuilder out, Hdf5 file, String name, long start) {
    Hdf5.Attribute a = root(file, name);
    if (a == null) {
      return;
    }
    long from = place(start, a.from());
    long to = place(start, a.to());
    try {
      JsonValue config = JsonValue.read(a.values().getFirst());
      if (name.equals("model_config")) {
        KerasConfig.model(out, config, from, to);
      } else {
        KerasConfig.training(out, name, config, from, to);
      }
    } catch (Malformed e) {
      out.status(Weights.Status.MALFORMED, "its " + name + " is not JSON: " + e.describe());
    }
  }
}
