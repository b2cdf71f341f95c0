package dev.assay.formats.programs;

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
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Networks of Leela Chess Zero (`net.proto`): a protobuf with a number of its own, its licence,
/// how it was trained, and its layers, of which each holds its parameters as numbers of 16 bits.
public final class Lc0 implements WeightsFormat {
  private static final int[] MARK = {0x0d, 0xc0, 0x01, 0, 0};
  private static final int FIXED32 = 5;
  private static final int DEPTH = 8;
  private static final int LINEAR16 = 1;

  /// Means and deviations of the batch normalisation of a block of convolutions: the fields 3 and 4
  /// of the blocks at the input and the heads, and of both in each part of the tower.
  private static final Pattern RUNNING = Pattern.compile("(1|3|6|11|12|2(-\\d+)?\\.[12])\\.[34]");

  private static final List<String> STRUCTURES =
      List.of(
          "unknown",
          "classical",
          "squeeze and excitation",
          "classical with head formats",
          "squeeze and excitation with head formats");

  @Override
  public String id() {
    return "lc0";
  }

  @Override
  public String title() {
    return "Leela Chess Zero";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    byte[] first = GameNet.beginning(head, MARK.length);
    if (first.length < MARK.length) {
      return false;
    }
    for (int i = 0; i < MARK.length; i++) {
      if (first[i] != (byte) MARK[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    long to = Math.max(1, Math.min(bytes.size(), 4096));
    out.header(0, to);
    GameNet.Unpacked net = GameNet.of(bytes);
    var in = new ProtoReader(ByteSource.of(net.bytes()), 0, net.bytes().length);
    boolean weights = false;
    long encoding = LINEAR16;
    try {
      while (in.next()) {
        switch (in.field()) {
          case 2 -> out.fact(Weights.Topic.LICENCE, "license", in.text(4096), 0, to);
          case 4 -> encoding = format(out, in.message(), to);
          case 5 -> training(out, in.message(), to);
          case 10 -> {
            weights = true;
            layers(out, in.message(), entry.path(), "", 0);
          }
          default -> {}
        }
      }
    } catch (Malformed e) {
      if (net.whole() || !net.damage().isEmpty()) {
        throw net.damage().isEmpty() ? e : new Malformed(bytes.size(), net.damage());
      }
      // Of a large network only the beginning was unpacked.
      return out.uncounted().build();
    }
    if (!net.damage().isEmpty()) {
      out.status(Weights.Status.INCOMPLETE, net.damage());
    } else if (!weights) {
      out.status(Weights.Status.INCOMPLETE, "it ends before its weights");
    }
    if (encoding != LINEAR16) {
      out.uncounted();
    }
    return out.build();
  }

  /// How numbers are written, which is the answer, and how the network is built.
  private static long format(WeightsBuilder out, ProtoReader in, long to) {
    long encoding = LINEAR16;
    while (in.next()) {
      if (in.field() == 1) {
        encoding = in.number();
      } else if (in.field() == 2) {
        ProtoReader network = in.message();
        while (network.next()) {
          if (network.field() == 3 && network.wire() == 0) {
            int n = (int) Math.clamp(network.number(), 0, Integer.MAX_VALUE);
            out.fact(
                Weights.Topic.ARCHITECTURE,
                "network",
                n < STRUCTURES.size() ? STRUCTURES.get(n) : "structure " + n,
                0,
                to);
          }
        }
      }
    }
    return encoding;
  }

  private static void training(WeightsBuilder out, ProtoReader in, long to) {
    while (in.next()) {
      if (in.field() == 1 && in.wire() == 0) {
        String steps = String.valueOf(in.number());
        out.fact(Weights.Topic.RECIPE, "training_steps", steps, 0, to);
      } else if (in.field() == 6) {
        out.fact(Weights.Topic.TOOL, "lc0_params", in.text(4096), 0, to);
      } else if (in.wire() == FIXED32) {
        measure(out, in.field(), Float.intBitsToFloat((int) in.number()), to);
      }
    }
  }

  private static void measure(WeightsBuilder out, int field, float value, long to) {
    switch (field) {
      case 2 -> out.fact(Weights.Topic.RECIPE, "learning_rate", Objects.toString(value), 0, to);
      case 3 -> out.fact(Weights.Topic.METRIC, "mse_loss", Objects.toString(value), 0, to);
      case 4 -> out.fact(Weights.Topic.METRIC, "policy_loss", Objects.toString(value), 0, to);
      case 5 -> out.fact(Weights.Topic.METRIC, "accuracy", Objects.toString(value), 0, to);
      default -> {}
    }
  }

  // A layer begins with its least value, a number of four bytes; what holds layers never does.
  private static void layers(
      WeightsBuilder out, ProtoReader in, String file, String name, int depth) {
    if (depth > DEPTH) {
      throw new Malformed(in.start(), "layers nested more than " + DEPTH + " deep");
    }
    boolean layer = false;
    int[] seen = new int[128];
    while (in.next()) {
      layer |= in.field() == 1 && in.wire() == FIXED32;
      if (in.wire() != 2 || (layer && in.field() != 3)) {
        continue;
      }
      if (layer) {
        DType type = Objects.requireNonNull(DTypes.word("uint16"));
        long elements = in.length() / 2;
        Tensor.Role role =
            RUNNING.matcher(name).matches() ? Tensor.Role.BUFFER : Tensor.Role.PARAMETER;
        out.tensor(new Tensor(name, role, List.of(elements), type, file, -1, in.length(), null));
      } else {
        int field = Math.min(in.field(), seen.length - 1);
        String part = field + (seen[field]++ == 0 ? "" : "-" + seen[field]);
        layers(out, in.message(), file, name.isEmpty() ? part : name + "." + part, depth + 1);
      }
      if (out.tensors() > Limits.TENSORS) {
        throw new Malformed(in.start(), "more than " + Limits.TENSORS + " layers");
      }
    }
  }
}
