package dev.assay.formats.frameworks;

import dev.assay.formats.FlatTable;
import dev.assay.formats.JsonValue;
import dev.assay.formats.PagedSource;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Models that were compiled for a device: each is known by its mark, and says little more than its
/// version and where it ends. Their weights are rearranged and often rounded, so that nobody can go
/// on training from them.
public final class DeviceModel implements WeightsFormat {
  private static final int MOST = 10_000;
  private static final int JSON = 8 << 20;

  private interface Reading {
    void read(WeightsBuilder out, ByteSource bytes);
  }

  private final String id;
  private final String title;
  private final int at;
  private final List<String> marks;
  private final Reading reading;

  private DeviceModel(String id, String title, int at, List<String> marks, Reading reading) {
    this.id = id;
    this.title = title;
    this.at = at;
    this.marks = marks;
    this.reading = reading;
  }

  /// TensorRT's engines, whose layout is not published.
  public static DeviceModel tensorRt() {
    return new DeviceModel(
        "tensorrt", "TensorRT engine", 0, List.of("ptrt", "ftrt"), DeviceModel::engine);
  }

  /// Rockchip's models: a block for the device, then what it is in JSON.
  public static DeviceModel rknn() {
    return new DeviceModel("rknn", "RKNN", 0, List.of("RKNN\0\0\0\0"), DeviceModel::rockchip);
  }

  /// ExecuTorch's programs: FlatBuffers with a second header, and segments behind them.
  public static DeviceModel executorch() {
    return new DeviceModel("executorch", "ExecuTorch", 4, List.of("ET12"), DeviceModel::program);
  }

  /// LiteRT-LM's bundles: a list of sections (models, tokenizer, settings) in FlatBuffers.
  public static DeviceModel liteRtLm() {
    return new DeviceModel("litert-lm", "LiteRT-LM", 0, List.of("LITERTLM"), DeviceModel::bundle);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    for (String mark : marks) {
      int same = 0;
      while (same < mark.length()
          && at + same < head.length
          && (head[at + same] & 0xff) == mark.charAt(same)) {
        same++;
      }
      if (same == mark.length()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id).uncounted();
    long to = Math.max(1, Math.min(bytes.size(), 256));
    out.header(0, to);
    reading.read(out, bytes);
    out.remark(
        "it is compiled for a device: neither can its layers be read nor its training be continued",
        0,
        to);
    return out.build();
  }

  // Which of the two words behind the version is the size depends on the version.
  private static void engine(WeightsBuilder out, ByteSource bytes) {
    var in = new Cursor(bytes);
    in.skip(4);
    long version = in.u32();
    out.fact(Weights.Topic.TOOL, "serialization version", String.valueOf(version), 4, 8);
    in.skip(version == 0 || version == 0x2b ? 8 : 4);
    long size = in.i64();
    boolean known = version == 0 || version == 0x2b || (version >= 0x57 && version <= 0x61);
    if (known) {
      ends(out, bytes, size);
    }
  }

  private static void ends(WeightsBuilder out, ByteSource bytes, long end) {
    if (end < 0 || end > bytes.size()) {
      out.status(
          Weights.Status.INCOMPLETE,
          "its header says that it goes on to byte " + Long.toUnsignedString(end));
    }
  }

  private static void rockchip(WeightsBuilder out, ByteSource bytes) {
    var in = new Cursor(bytes);
    in.skip(8);
    long version = in.i64();
    long size = in.i64();
    if (size < 0) {
      throw new Malformed(16, "a block of negative size");
    }
    if ((version & 0xff) > 1 && size > 0) {
      in.skip(40);
    }
    in.skip(size);
    long length = in.i64();
    long from = in.position();
    in.requireLeft(length);
    if (length > JSON || !(JsonValue.read(bytes.slice(from, length)) instanceof JsonValue.Obj o)) {
      return;
    }
    for (String key : List.of("version", "target_platform", "network_platform", "pre_compile")) {
      JsonValue v = o.get(key);
      if (v != null && !(v instanceof JsonValue.Obj)) {
        boolean tool = !key.equals("target_platform");
        out.fact(
            tool ? Weights.Topic.TOOL : Weights.Topic.OTHER, key, v.plain(), from, from + length);
      }
    }
  }

  private static void program(WeightsBuilder out, ByteSource bytes) {
    FlatTable program = FlatTable.root(new PagedSource(bytes));
    out.fact(Weights.Topic.TOOL, "version", String.valueOf(program.number(0, 0)), 0, 8);
    var in = new Cursor(bytes);
    in.skip(8);
    if (!new String(in.bytes(4), StandardCharsets.ISO_8859_1).equals("eh00")) {
      return;
    }
    in.skip(4);
    long size = in.i64();
    long base = in.i64();
    ends(out, bytes, size);
    FlatTable.Vector segments = program.vector(4, 4);
    for (long i = 0; i < Math.min(MOST, segments.length()); i++) {
      FlatTable segment = segments.table(i);
      ends(
          out,
          bytes,
          Math.addExact(base, Math.addExact(segment.longNumber(0, 0), segment.longNumber(1, 0))));
    }
  }

  private static void bundle(WeightsBuilder out, ByteSource bytes) {
    var in = new Cursor(bytes);
    in.skip(8);
    String version = in.u32() + "." + in.u32() + "." + in.u32();
    out.fact(Weights.Topic.TOOL, "version", version, 8, 20);
    in.seek(32);
    FlatTable about = FlatTable.root(new PagedSource(bytes.slice(32, bytes.size() - 32)));
    if (!about.has(1)) {
      return;
    }
    FlatTable.Vector sections = about.table(1).vector(0, 4);
    for (long i = 0; i < Math.min(MOST, sections.length()); i++) {
      ends(out, bytes, sections.table(i).longNumber(2, 0));
    }
    out.fact(Weights.Topic.OTHER, "sections", String.valueOf(sections.length()), 32, 36);
  }
}
