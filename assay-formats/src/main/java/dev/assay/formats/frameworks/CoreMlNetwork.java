package dev.assay.formats.frameworks;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import java.util.List;
import java.util.Map;

/// The weights in the layers of a Core ML neural network. The specification gives each layer its
/// own message, and in it numbered fields of `WeightParams`; the numbers are those of coremltools'
/// `NeuralNetwork.proto`. Weights are flat arrays there: their shape is a count.
final class CoreMlNetwork {
  private static final int BATCHNORM = 160;
  private static final int CONVOLUTION = 100;
  private static final int ACTIVATION = 130;
  private static final int BRANCH = 605;
  private static final int LOOP = 615;

  /// Layers by their field, with the names of their weights by field.
  private static final Map<Integer, Map<Integer, String>> LAYERS =
      Map.ofEntries(
          Map.entry(CONVOLUTION, Map.of(90, "weights", 91, "bias")),
          Map.entry(140, Map.of(20, "weights", 21, "bias")),
          Map.entry(150, Map.of(20, "weights", 21, "bias")),
          Map.entry(
              BATCHNORM, Map.of(15, "gamma", 16, "beta", 17, "moving_mean", 18, "moving_variance")),
          Map.entry(245, Map.of(2, "scale", 5, "bias")),
          Map.entry(250, Map.of(2, "bias")),
          Map.entry(290, Map.of(2, "data")),
          Map.entry(400, Map.of(30, "weight", 31, "recursion", 32, "bias")),
          Map.entry(
              410,
              Map.of(
                  30,
                  "update.weight",
                  31,
                  "reset.weight",
                  32,
                  "output.weight",
                  50,
                  "update.recursion",
                  51,
                  "reset.recursion",
                  52,
                  "output.recursion",
                  70,
                  "update.bias",
                  71,
                  "reset.bias",
                  72,
                  "output.bias")),
          Map.entry(500, Map.of(20, "weights")),
          Map.entry(1040, Map.of(20, "weights", 21, "bias")),
          Map.entry(1045, Map.of(8, "weights", 9, "bias")),
          Map.entry(1070, Map.of(2, "data")),
          Map.entry(1350, Map.of(3, "gamma", 4, "beta")),
          Map.entry(1471, Map.of(60, "weights", 61, "bias")));

  /// Recurrent layers of which field 20 holds `LSTMWeightParams`, one for each direction.
  private static final List<Integer> LSTM = List.of(420, 430);

  private static final Map<Integer, String> GATES =
      Map.ofEntries(
          Map.entry(1, "input.weight"),
          Map.entry(2, "forget.weight"),
          Map.entry(3, "block.weight"),
          Map.entry(4, "output.weight"),
          Map.entry(20, "input.recursion"),
          Map.entry(21, "forget.recursion"),
          Map.entry(22, "block.recursion"),
          Map.entry(23, "output.recursion"),
          Map.entry(40, "input.bias"),
          Map.entry(41, "forget.bias"),
          Map.entry(42, "block.bias"),
          Map.entry(43, "output.bias"),
          Map.entry(60, "input.peephole"),
          Map.entry(61, "forget.peephole"),
          Map.entry(62, "output.peephole"));

  private static final Map<Integer, Map<Integer, String>> NONLINEARITIES =
      Map.of(25, Map.of(1, "alpha"), 71, Map.of(1, "alpha", 2, "beta"));

  private final WeightsBuilder out;
  private final String file;

  CoreMlNetwork(WeightsBuilder out, String file) {
    this.out = out;
    this.file = file;
  }

  /// Reads the layers of a network, a classifier or a regressor: they are field 1 of each.
  void read(ProtoReader network) {
    while (network.next()) {
      if (network.field() == 1 && network.wire() == 2) {
        layer(network.message());
      }
    }
  }

  private void layer(ProtoReader in) {
    String name = "";
    while (in.next()) {
      if (in.wire() != 2) {
        continue;
      }
      int kind = in.field();
      Map<Integer, String> weights = LAYERS.get(kind);
      if (kind == 1) {
        name = in.text(Limits.FACT);
      } else if (weights != null) {
        weights(in.message(), name, weights);
      } else if (LSTM.contains(kind)) {
        lstm(in.message(), name);
      } else if (kind == ACTIVATION) {
        activation(in.message(), name);
      } else if (kind == BRANCH || kind == LOOP) {
        networks(in.message(), kind);
      }
    }
  }

  private void lstm(ProtoReader in, String name) {
    for (int direction = 0; in.next(); ) {
      if (in.field() == 20 && in.wire() == 2) {
        weights(in.message(), name + (direction++ == 0 ? "" : ".reverse"), GATES);
      }
    }
  }

  private void activation(ProtoReader in, String name) {
    while (in.next()) {
      Map<Integer, String> of = NONLINEARITIES.get(in.field());
      if (of != null && in.wire() == 2) {
        weights(in.message(), name, of);
      }
    }
  }

  // The two sides of a branch; the condition and the body of a loop.
  private void networks(ProtoReader in, int kind) {
    int first = kind == BRANCH ? 1 : 3;
    while (in.next()) {
      if ((in.field() == first || in.field() == first + 1) && in.wire() == 2) {
        read(in.message());
      }
    }
  }

  private void weights(ProtoReader in, String layer, Map<Integer, String> names) {
    while (in.next()) {
      String name = names.get(in.field());
      if (name != null && in.wire() == 2) {
        array(in.message(), layer.isEmpty() ? name : layer + "." + name);
      }
    }
  }

  /// One `WeightParams`: 32-bit numbers, packed or not, 16-bit numbers, or packed whole numbers
  /// with the count of their bits.
  private void array(ProtoReader in, String name) {
    long start = in.to();
    long floats = 0;
    long at = -1;
    long bytes = 0;
    DType type = DType.F32;
    long bits = 0;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> {
          floats += in.wire() == 2 ? in.length() / 4 : 1;
          bytes += in.wire() == 2 ? in.length() : 4;
          at = at < 0 && in.wire() == 2 ? in.from() : -2;
        }
        case 2, 30, 31 -> {
          type = in.field() == 2 ? DType.F16 : in.field() == 30 ? DType.U8 : DType.I8;
          at = in.from();
          bytes = in.length();
        }
        case 40 -> bits = bits(in.message());
        default -> {}
      }
    }
    if (out.tensors() >= Limits.TENSORS) {
      throw new Malformed(start, "more than " + Limits.TENSORS + " tensors");
    }
    boolean raw = type == DType.U8 || type == DType.I8;
    long elements = type == DType.F32 ? floats : type == DType.F16 ? bytes / 2 : bytes;
    if (raw && bits > 0 && bits < 8) {
      // The last byte may be filled up, so that the count would be a few too many.
      elements = bytes * 8 / bits;
      type = new DType("U" + bits, (int) bits);
      out.uncounted();
    }
    if (elements == 0) {
      return;
    }
    if (raw) {
      out.quantisation("coreml " + (bits > 0 && bits <= 8 ? bits : 8) + "-bit");
    }
    boolean buffer = DTypes.role(name, DType.F32) == Tensor.Role.BUFFER;
    out.tensor(
        new Tensor(
            name,
            buffer ? Tensor.Role.BUFFER : Tensor.Role.PARAMETER,
            List.of(elements),
            type,
            file,
            at < 0 ? -1 : at,
            at < 0 ? -1 : bytes,
            null));
  }

  private static long bits(ProtoReader in) {
    long bits = 0;
    while (in.next()) {
      if (in.field() == 1 && in.wire() == 0) {
        bits = in.number();
      }
    }
    return bits;
  }
}
