package dev.assay.formats.tensorflow;

import dev.assay.formats.DTypes;
import dev.assay.formats.FlatTable;
import dev.assay.formats.PagedSource;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// TensorFlow Lite (LiteRT): a FlatBuffers file of tensors, operators and buffers. Metadata may be
/// packed in a buffer, with author and licence; most files carry none. Field numbers are those of
/// TensorFlow's `schema.fbs` and of `metadata_schema.fbs`.
public final class TfLite implements WeightsFormat {
  private static final long MOST_TENSORS = 1_000_000;
  private static final long MOST_GRAPHS = 10_000;
  private static final long MOST_OPERATORS = 100_000;
  private static final int MOST_DIMENSIONS = 64;

  private static final List<DType> TYPES =
      List.of(
          DType.F32,
          DType.F16,
          DType.I32,
          DType.U8,
          DType.I64,
          DTypes.STRING,
          DType.BOOL,
          DType.I16,
          DTypes.C64,
          DType.I8,
          DType.F64,
          DTypes.C128,
          DTypes.U64,
          DTypes.UNKNOWN,
          DTypes.UNKNOWN,
          DTypes.U32,
          DTypes.U16,
          DTypes.I4,
          DType.BF16);

  @Override
  public String id() {
    return "tflite";
  }

  @Override
  public String title() {
    return "TensorFlow Lite";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length >= 8 && head[4] == 'T' && head[5] == 'F' && head[6] == 'L' && head[7] == '3';
  }

  @Override
  public List<String> endings() {
    return List.of(".tflite");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    var paged = new PagedSource(bytes);
    FlatTable model = FlatTable.root(paged);
    out.header(0, Math.min(bytes.size(), 64));
    out.fact(
        Weights.Topic.TOOL, "schema version", "" + model.number(0, 0), model.at(), model.at() + 4);
    text(out, model, 3, Weights.Topic.OTHER, "description");
    operators(out, model);
    FlatTable.Vector graphs = model.vector(2, 4);
    if (graphs.length() > MOST_GRAPHS) {
      throw new Malformed(graphs.at(), graphs.length() + " graphs are over the limit");
    }
    FlatTable.Vector buffers = model.vector(4, 4);
    for (long g = 0; g < graphs.length(); g++) {
      FlatTable.Vector tensors = graphs.table(g).vector(0, 4);
      for (long t = 0; t < tensors.length(); t++) {
        tensor(out, entry, tensors.table(t), buffers);
        if (out.tensors() > MOST_TENSORS) {
          throw new Malformed(tensors.at(), "more than " + MOST_TENSORS + " tensors");
        }
      }
    }
    metadata(out, paged, model, buffers);
    return out.build();
  }

  private static void text(
      WeightsBuilder out, FlatTable table, int field, Weights.Topic topic, String key) {
    FlatTable.Vector at = table.vector(field, 1);
    out.fact(topic, key, table.text(field), at.at(), at.end());
  }

  private static void operators(WeightsBuilder out, FlatTable model) {
    FlatTable.Vector codes = model.vector(1, 4);
    if (codes.length() > MOST_OPERATORS) {
      throw new Malformed(codes.at(), codes.length() + " operators are over the limit");
    }
    var known = new TreeSet<Long>();
    var own = new TreeSet<String>();
    for (long i = 0; i < codes.length(); i++) {
      FlatTable code = codes.table(i);
      String custom = code.text(1);
      if (custom.isEmpty()) {
        known.add(Math.max(code.number(3, 0), code.small(0, 0)));
      } else {
        own.add(custom);
      }
    }
    if (codes.length() > 0) {
      var text = new StringBuilder();
      text.append(String.join(", ", known.stream().map(TfLiteOperators::name).toList()));
      if (!own.isEmpty()) {
        text.append(known.isEmpty() ? "custom: " : "; custom: ").append(String.join(", ", own));
      }
      out.fact(Weights.Topic.ARCHITECTURE, "operators", text.toString(), codes.at(), codes.end());
    }
    for (String name : own) {
      // Flex operators run TensorFlow's own kernels, those for files among them.
      if (fileOperator(name)) {
        out.danger(
            "the operator " + name + " reads or writes files, or runs Python, when the model runs",
            codes.at(),
            codes.end());
      }
    }
  }

  private static boolean fileOperator(String name) {
    String plain = name.startsWith("Flex") ? name.substring(4) : name;
    return SavedModel.DANGEROUS.containsKey(plain);
  }

  private static void tensor(
      WeightsBuilder out, FileEntry entry, FlatTable tensor, FlatTable.Vector buffers) {
    FlatTable.Vector dims = tensor.vector(0, 4);
    if (dims.length() > MOST_DIMENSIONS) {
      throw new Malformed(dims.at(), "a tensor of " + dims.length() + " dimensions");
    }
    var shape = new ArrayList<Long>();
    for (long d = 0; d < dims.length(); d++) {
      // Below zero means that the size is not fixed.
      shape.add((long) Math.max(0, dims.signed(d)));
    }
    int code = tensor.small(1, 0);
    DType type = code >= 0 && code < TYPES.size() ? TYPES.get(code) : DTypes.UNKNOWN;
    long buffer = tensor.number(2, 0);
    if (buffer == 0) {
      // Buffer 0 is always empty: this is what flows through the graph, not a weight.
      return;
    }
    if (buffer >= buffers.length()) {
      throw new Malformed(
          tensor.at(), "a tensor lies in buffer " + buffer + ", which is not there");
    }
    FlatTable data = buffers.table(buffer);
    FlatTable.Vector inside = data.vector(0, 1);
    long at = inside.length() > 0 ? inside.at() : data.longNumber(1, -1);
    long size = inside.length() > 0 ? inside.length() : data.longNumber(2, 0);
    if (size == 0) {
      return;
    }
    if (inside.length() == 0 && (at < 0 || size < 0 || at > tensor.source().size() - size)) {
      out.status(
          Weights.Status.INCOMPLETE, "a buffer of " + size + " bytes lies beyond the file's end");
    }
    boolean scaled = tensor.has(4) && tensor.table(4).vector(2, 4).length() > 0;
    boolean learned = DTypes.isFloat(type) || scaled;
    if (scaled && !DTypes.isFloat(type)) {
      out.quantisation("tflite " + (type.bits() == 4 ? "int4" : "int8"));
    }
    var made =
        new Tensor(
            tensor.text(3),
            learned ? Tensor.Role.PARAMETER : Tensor.Role.UNKNOWN,
            shape,
            type,
            entry.path(),
            at,
            size,
            "buffer " + buffer);
    if (type.bits() > 0 && made.elements() > 0 && made.elements() * type.bits() / 8 > size + 1) {
      throw new Malformed(
          tensor.at(),
          "the tensor " + made.name() + " needs more bytes than the " + size + " of its buffer");
    }
    out.tensor(made);
  }

  private static void metadata(
      WeightsBuilder out, ByteSource bytes, FlatTable model, FlatTable.Vector buffers) {
    FlatTable.Vector entries = model.vector(6, 4);
    for (long i = 0; i < Math.min(entries.length(), 1_000); i++) {
      FlatTable entry = entries.table(i);
      String name = entry.text(0);
      long number = entry.number(1, 0);
      if (number >= buffers.length()) {
        throw new Malformed(
            entry.at(), "metadata lies in buffer " + number + ", which is not there");
      }
      FlatTable.Vector data = buffers.table(number).vector(0, 1);
      if (data.length() == 0) {
        continue;
      }
      switch (name) {
        case "min_runtime_version" -> {
          byte[] text = bytes.bytes(data.at(), (int) Math.min(64, data.length()));
          String version = new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
          out.fact(Weights.Topic.TOOL, name, version, data.at(), data.end());
        }
        case "TFLITE_METADATA" -> packed(out, bytes, data);
        default ->
            out.fact(
                Weights.Topic.OTHER,
                "metadata",
                name + ", " + data.length() + " bytes",
                data.at(),
                data.end());
      }
    }
  }

  // The places in the packed table count from where its buffer begins.
  private static void packed(WeightsBuilder out, ByteSource bytes, FlatTable.Vector data) {
    ByteSource inner = bytes.slice(data.at(), data.length());
    FlatTable table = FlatTable.root(inner);
    record Field(int number, Weights.Topic topic, String key) {}
    for (Field f :
        List.of(
            new Field(0, Weights.Topic.NAME, "name"),
            new Field(1, Weights.Topic.OTHER, "description"),
            new Field(2, Weights.Topic.OTHER, "version"),
            new Field(4, Weights.Topic.AUTHOR, "author"),
            new Field(5, Weights.Topic.LICENCE, "license"),
            new Field(7, Weights.Topic.TOOL, "min_parser_version"))) {
      FlatTable.Vector at = table.vector(f.number(), 1);
      out.fact(
          f.topic(), f.key(), table.text(f.number()), data.at() + at.at(), data.at() + at.end());
    }
  }
}
