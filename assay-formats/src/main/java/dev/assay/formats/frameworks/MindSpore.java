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
import org.jspecify.annotations.Nullable;

/// MindSpore's checkpoint: a protobuf list of named tensors (`checkpoint.proto`). A large tensor
/// comes in pieces that repeat its name.
public final class MindSpore implements WeightsFormat {
  @Override
  public String id() {
    return "mindspore";
  }

  @Override
  public String title() {
    return "MindSpore checkpoint";
  }

  @Override
  public String begins() {
    return "\n";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length > 8 && head[0] == 0x0a;
  }

  // The first value has a name and a tensor, whose type is a word.
  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    var in = new ProtoReader(bytes, 0, bytes.size());
    if (!in.next() || in.wire() != 2) {
      return false;
    }
    ProtoReader value = in.message();
    boolean tag = false;
    while (value.next()) {
      if (value.wire() != 2 || value.field() > 3) {
        return false;
      }
      tag |= value.field() == 1 && value.length() > 0;
      if (value.field() == 2) {
        ProtoReader tensor = value.message();
        while (tensor.next()) {
          if (tensor.field() == 2) {
            return tag && tensor.wire() == 2 && DTypes.word(tensor.text(32)) != null;
          }
          if (tensor.field() != 1) {
            return false;
          }
        }
      }
    }
    return false;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.header(0, Math.min(bytes.size(), 4096));
    var in = new ProtoReader(bytes, 0, bytes.size());
    String last = "";
    while (in.next()) {
      if (in.field() == 1) {
        last = value(out, in.message(), entry.path(), last);
      }
      if (out.tensors() > Limits.TENSORS) {
        throw new Malformed(in.start(), "more than " + Limits.TENSORS + " tensors");
      }
    }
    return out.build();
  }

  private static String value(WeightsBuilder out, ProtoReader in, String file, String last) {
    String name = "";
    while (in.next()) {
      if (in.field() == 1) {
        name = in.text(1024);
      } else if (in.field() == 2 && !name.equals(last)) {
        tensor(out, in.message(), name, file);
      }
    }
    return name;
  }

  private static void tensor(WeightsBuilder out, ProtoReader in, String name, String file) {
    var shape = new ArrayList<Long>();
    DType type = DTypes.UNKNOWN;
    long at = -1;
    long size = -1;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> {
          for (long d : in.numbers(64)) {
            shape.add(Math.max(0, d));
          }
          if (shape.size() > 64) {
            throw new Malformed(in.start(), "a tensor of more than 64 dimensions");
          }
        }
        case 2 -> {
          @Nullable DType known = DTypes.word(in.text(32));
          type = known == null ? DTypes.UNKNOWN : known;
        }
        case 3 -> {
          at = in.from();
          size = in.length();
        }
        default -> {}
      }
    }
    Tensor.Role role =
        name.startsWith("moment") || name.startsWith("adam_") || name.equals("global_step")
            ? Tensor.Role.OPTIMIZER
            : DTypes.role(name, type);
    if (role == Tensor.Role.OPTIMIZER) {
      out.kind(Weights.Kind.CHECKPOINT);
    }
    out.tensor(new Tensor(name, role, List.copyOf(shape), type, file, at, size, null));
  }
}
