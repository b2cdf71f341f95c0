package dev.assay.formats.numpy;

import dev.assay.formats.DTypes;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.pickle.InnerPickle;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One NumPy array. An array alone does not say whether it is a weight or data; its name may.
public final class Npy implements WeightsFormat {
  @Override
  public String id() {
    return "npy";
  }

  @Override
  public String title() {
    return "NumPy array";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public String begins() {
    return "\u0093";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return NpyHeader.recognises(head);
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    NpyHeader header = NpyHeader.read(bytes);
    String stem = entry.name().endsWith(".npy") ? stem(entry.name()) : entry.name();
    boolean among = isAmongModels(entry.path());
    boolean layer = among && isNumbered(stem) && header.descr().contains("f");
    // A layer that is called by its number is told by its folder, too.
    String name = layer ? "layers/" + stem : stem;
    out.header(0, header.dataAt()).quote(header.descr() + " " + header.shape());
    boolean network = isWeight(stem) || layer || header.objects() && among;
    out.kind(network ? Weights.Kind.MODEL : Weights.Kind.OTHER);
    add(out, header, name, entry.path(), 0, bytes.size());
    if (header.objects()) {
      InnerPickle.report(out, bytes, header.dataAt(), bytes.size());
    }
    return out.build();
  }

  static String stem(String name) {
    return name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name;
  }

  private static final Set<String> MODELS =
      Set.of("model", "models", "weights", "pretrained", "nets", "networks", "checkpoints");

  /// Whether it lies in a folder of models. What is saved there as one object is a whole one:
  /// layers by their names.
  private static boolean isAmongModels(String path) {
    int slash = path.lastIndexOf('/');
    int before = slash < 0 ? -1 : path.lastIndexOf('/', slash - 1);
    return slash >= 0
        && MODELS.contains(path.substring(before + 1, slash).toLowerCase(Locale.ROOT));
  }

  /// How many digits number the arrays of a network.
  private static final int DIGITS = 4;

  private static boolean isNumbered(String name) {
    return !name.isEmpty()
        && name.length() <= DIGITS
        && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isWeight(String name) {
    String n = name.toLowerCase(Locale.ROOT);
    return List.of("weight", "param", "kernel", "bias", "embed", "model", "checkpoint").stream()
        .anyMatch(n::contains);
  }

  /// Adds one array.
  ///
  /// @param start where the array's file begins in the file that holds it, or -1 where it is packed
  /// @param size the size of the array's own file
  static void add(
      WeightsBuilder out, NpyHeader header, String name, String file, long start, long size) {
    long elements = header.shape().stream().reduce(1L, Math::multiplyExact);
    long bytes = header.itemBytes() < 0 ? -1 : Math.multiplyExact(elements, header.itemBytes());
    if (header.objects()) {
      out.danger(
          "the array "
              + name
              + " holds Python objects: its data is a pickle, and reading it with allow_pickle runs"
              + " whatever code the pickle names (pickle deserialisation)",
          Math.max(0, start),
          Math.max(0, start) + header.dataAt());
      out.uncounted();
    } else if (bytes > size - header.dataAt()) {
      out.status(
          Weights.Status.INCOMPLETE,
          "the array "
              + name
              + " needs "
              + bytes
              + " bytes of data where "
              + (size - header.dataAt())
              + " are left");
    }
    Tensor.Role role = header.objects() ? Tensor.Role.UNKNOWN : DTypes.role(name, header.type());
    out.tensor(
        new Tensor(
            name,
            role,
            header.shape(),
            header.type(),
            file,
            start < 0 ? -1 : start + header.dataAt(),
            bytes,
            null));
  }
}
