package dev.assay.formats.frameworks;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Caffe's `.caffemodel` (`caffe.proto`, NetParameter): a name, then layers with their blobs, of
/// which the first are the weights and their biases. Layers of the first version have their type as
/// a number.
public final class Caffe implements WeightsFormat {
  private static final int V1 = 2;
  private static final int LAYER = 100;

  @Override
  public String id() {
    return "caffe";
  }

  @Override
  public String title() {
    return "Caffe";
  }

  // A name of letters, or at once a layer.
  @Override
  public String begins() {
    return "\n\u0012\u00a2";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length > 16
        && (head[0] == 0x0a || head[0] == 0x12 || (head[0] == (byte) 0xa2 && head[1] == 6));
  }

  // No other message has layers whose blobs hold just the numbers that their shapes ask for.
  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var in = new ProtoReader(bytes, 0, bytes.size());
    int read = 0;
    while (in.next() && read++ < 64) {
      if (in.field() > 8 && in.field() != LAYER) {
        return false;
      }
      if (in.wire() == 2 && (in.field() == V1 || in.field() == LAYER)) {
        Layer layer = layer(in.message(), in.field() == LAYER);
        if (!layer.blobs().isEmpty()) {
          return layer.blobs().stream().allMatch(Blob::fits);
        }
      }
    }
    return false;
  }

  /// The numbers of one blob.
  private record Blob(List<Long> shape, long at, long bytes, int width) {
    boolean fits() {
      long n = 1;
      for (long d : shape) {
        n = d < 0 || (d > 0 && n > Long.MAX_VALUE / 8 / d) ? -1 : n * d;
        if (n < 0) {
          return false;
        }
      }
      return at >= 0 && n * width == bytes;
    }
  }

  private record Layer(String name, String type, List<Blob> blobs) {}

  private static Layer layer(ProtoReader in, boolean named) {
    String name = "";
    String type = "";
    var blobs = new ArrayList<Blob>();
    while (in.next()) {
      if (in.field() == (named ? 1 : 4)) {
        name = in.text(1024);
      } else if (in.field() == (named ? 2 : 5)) {
        type = named ? in.text(128) : "type " + in.number();
      } else if (in.field() == (named ? 7 : 6) && blobs.size() < 64) {
        blobs.add(blob(in.message()));
      }
    }
    return new Layer(name, type, blobs);
  }

  private static Blob blob(ProtoReader in) {
    List<Long> shape = null;
    long[] old = {0, 0, 0, 0};
    long at = -1;
    long bytes = 0;
    int width = 4;
    while (in.next()) {
      switch (in.field()) {
        case 1, 2, 3, 4 -> old[in.field() - 1] = in.number();
        case 5, 8 -> {
          at = in.from();
          bytes = in.wire() == 2 ? in.length() : -1;
          width = in.field() == 5 ? 4 : 8;
        }
        case 7 -> shape = shape(in.message());
        default -> {}
      }
    }
    if (shape == null) {
      shape = List.of(old[0], old[1], old[2], old[3]);
    }
    return new Blob(shape, at, bytes, width);
  }

  private static List<Long> shape(ProtoReader in) {
    var dims = new ArrayList<Long>();
    while (in.next()) {
      if (in.field() == 1) {
        for (long d : in.numbers(64)) {
          dims.add(d);
        }
      }
      if (dims.size() > 64) {
        throw new Malformed(in.start(), "a blob of more than 64 dimensions");
      }
    }
    return List.copyOf(dims);
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.header(0, Math.min(bytes.size(), 4096));
    var in = new ProtoReader(bytes, 0, bytes.size());
    var kinds = new TreeMap<String, Integer>();
    while (in.next()) {
      if (in.field() == 1) {
        out.fact(Weights.Topic.NAME, "name", in.text(1024), in.start(), in.to());
      } else if (in.wire() == 2 && (in.field() == V1 || in.field() == LAYER)) {
        Layer layer = layer(in.message(), in.field() == LAYER);
        kinds.merge(layer.type(), 1, Integer::sum);
        tensors(out, layer, entry.path(), in.start());
      }
    }
    out.fact(Weights.Topic.ARCHITECTURE, "layers", told(kinds), 0, Math.min(bytes.size(), 4096));
    return out.build();
  }

  private static String told(Map<String, Integer> kinds) {
    return kinds.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  // A batch normalisation keeps running sums, and no learned numbers.
  private static void tensors(WeightsBuilder out, Layer layer, String file, long start) {
    Tensor.Role role =
        layer.type().equals("BatchNorm") ? Tensor.Role.BUFFER : Tensor.Role.PARAMETER;
    for (int i = 0; i < layer.blobs().size(); i++) {
      Blob blob = layer.blobs().get(i);
      if (!blob.fits()) {
        throw new Malformed(start, "blob " + i + " of a layer has not the numbers of its shape");
      }
      DType type = Objects.requireNonNull(DTypes.word(blob.width() == 4 ? "float32" : "float64"));
      String name = layer.name() + "." + i;
      out.tensor(new Tensor(name, role, blob.shape(), type, file, blob.at(), blob.bytes(), null));
      if (out.tensors() > Limits.TENSORS) {
        throw new Malformed(start, "more than " + Limits.TENSORS + " blobs");
      }
    }
  }
}
