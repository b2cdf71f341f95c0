package dev.assay.formats.matlab;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The variables of a MAT file of level 5: their names, classes, fields and sizes ("MAT-File
/// Format", chapter 1). Numbers are passed over. Damage costs what stands behind it.
final class MatVariables {
  /// The text and the mark of the byte order before the first variable.
  static final int FIRST = 128;

  private static final int MATRIX = 14;
  private static final int COMPRESSED = 15;

  private static final int CELL = 1;
  private static final int STRUCT = 2;
  private static final int OBJECT = 3;
  private static final int CHAR = 4;
  private static final int SPARSE = 5;
  private static final int FUNCTION = 16;
  private static final int OPAQUE = 17;

  private static final int COMPLEX = 0x800;
  private static final int LOGICAL = 0x200;
  private static final int MOST_DIMENSIONS = 32;
  private static final int LONGEST_NAME = 4096;
  private static final int MOST_NAMES = 1 << 20;
  private static final int LONGEST_PATH = 2000;
  private static final int MOST_ELEMENTS = 1_000_000;

  private final ByteSource source;
  private final ByteOrder order;
  private final MatBytes.Allowance allowance = new MatBytes.Allowance();
  private final List<Array> arrays = new ArrayList<>();
  private final Map<String, String> objects = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private String problem = "";
  private int elements;

  private MatVariables(ByteSource source, ByteOrder order) {
    this.source = source;
    this.order = order;
  }

  /// Numbers in a variable or in a field of one.
  ///
  /// @param path the variable's name, and the fields and cells down to it: `net.layers{2}.weights`
  /// @param shape its dimensions
  /// @param type the type of its elements
  /// @param offset where its numbers lie in the file, or -1 where they are packed or kept as others
  /// @param bytes how long they are there, or -1
  record Array(String path, List<Long> shape, DType type, long offset, long bytes) {}

  /// Reads all that can be read.
  static MatVariables read(ByteSource source) {
    boolean swapped = source.size() >= FIRST && source.bytes(FIRST - 2, 1)[0] == 'M';
    var all = new MatVariables(source, swapped ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    try {
      all.variables();
    } catch (Malformed e) {
      all.problem = all.allowance.spent() ? "" : e.describe();
    }
    return all;
  }

  /// The names of the variables themselves.
  List<String> names() {
    return List.copyOf(names);
  }

  List<Array> arrays() {
    return List.copyOf(arrays);
  }

  /// The paths at which an object of a class stands, each with the class.
  Map<String, String> objects() {
    return Map.copyOf(objects);
  }

  /// What is damaged; empty where nothing is.
  String problem() {
    return problem;
  }

  /// Whether packed variables were left out since they are too large to unpack.
  boolean cut() {
    return allowance.spent();
  }

  private void variables() {
    long at = FIRST;
    while (at + 8 <= source.size()) {
      if (++elements > MOST_ELEMENTS) {
        throw new Malformed(at, "more variables than are read");
      }
      long type;
      long size;
      try (MatBytes tag = MatBytes.plain(source, at, at + 8, order)) {
        type = tag.u32();
        size = tag.u32();
      }
      source.require(at + 8, size);
      long end = at + 8 + size;
      if (type == COMPRESSED) {
        try (MatBytes in = MatBytes.packed(source, at + 8, end, order, allowance)) {
          if (in.u32() != MATRIX) {
            throw new Malformed(at, "what is packed is no variable");
          }
          matrix(in, in.u32(), "", 0);
        }
      } else if (type == MATRIX) {
        try (MatBytes in = MatBytes.plain(source, at + 8, end, order)) {
          matrix(in, size, "", 0);
        }
      }
      at = end;
    }
  }

  /// The head of one element: numbers of a type, in so many bytes. What is at most four bytes long
  /// stands in the head itself.
  private record Tag(int type, long size, long padding) {}

  private static Tag tag(MatBytes in) {
    long first = in.u32();
    long small = first >>> 16;
    if (small > 4) {
      throw new Malformed(Math.max(0, in.offset()), "a small element of " + small + " bytes");
    }
    if (small > 0) {
      return new Tag((int) (first & 0xffff), small, 4 - small);
    }
    long size = in.u32();
    return new Tag((int) Math.min(first, Integer.MAX_VALUE), size, -size & 7);
  }

  private static void pass(MatBytes in, Tag tag) {
    in.skip(tag.size() + tag.padding());
  }

  private static String text(MatBytes in, int longest) {
    return new String(content(in, longest), StandardCharsets.ISO_8859_1);
  }

  private static byte[] content(MatBytes in, int longest) {
    Tag tag = tag(in);
    if (tag.size() > longest) {
      throw new Malformed(Math.max(0, in.offset()), "a name of " + tag.size() + " bytes");
    }
    byte[] content = in.bytes((int) tag.size());
    in.skip(tag.padding());
    return content;
  }

  private static List<Long> shape(MatBytes in) {
    Tag tag = tag(in);
    if (tag.size() > 4 * MOST_DIMENSIONS) {
      throw new Malformed(Math.max(0, in.offset()), tag.size() / 4 + " dimensions");
    }
    var shape = new ArrayList<Long>();
    long product = 1;
    for (int i = 0; i < tag.size() / 4; i++) {
      long n = in.u32();
      shape.add(n);
      long high = Math.multiplyHigh(product, n);
      product *= n;
      if (high != 0 || product < 0) {
        throw new Malformed(Math.max(0, in.offset()), "its shape overflows");
      }
    }
    in.skip(tag.size() % 4 + tag.padding());
    return shape;
  }

  /// One variable, cell or field.
  ///
  /// @param size its bytes behind the head
  /// @param path where it stands; empty for a variable, which has its name with it
  private void matrix(MatBytes in, long size, String path, int depth) {
    if (size == 0) {
      return;
    }
    if (depth > Limits.DEPTH) {
      throw new Malformed(Math.max(0, in.offset()), "cells in cells deeper than is read");
    }
    long end = in.at() + size;
    Tag flags = tag(in);
    if (flags.size() < 4 || flags.size() > 8) {
      throw new Malformed(Math.max(0, in.offset()), "a variable without a class");
    }
    long flag = in.u32();
    in.skip(flags.size() - 4 + flags.padding());
    int kind = (int) (flag & 0xff);
    if (kind == OPAQUE) {
      String name = named(path, text(in, LONGEST_NAME));
      text(in, LONGEST_NAME);
      object(name, text(in, LONGEST_NAME));
    } else {
      List<Long> shape = shape(in);
      String name = named(path, text(in, LONGEST_NAME));
      // What has no name keeps what objects hold, in a form of MATLAB's own.
      if (!name.isEmpty()) {
        inside(in, kind, flag, name, shape, depth, end);
      }
    }
    // What lies behind a variable is not asked for, and need not be unpacked.
    if (depth > 0) {
      in.skip(Math.max(0, end - in.at()));
    }
  }

  private void inside(
      MatBytes in, int kind, long flag, String name, List<Long> shape, int depth, long end) {
    switch (kind) {
      case CELL -> {
        for (long i = 1; in.at() < end; i++) {
          child(in, name + "{" + i + "}", depth);
        }
      }
      case STRUCT -> fields(in, name, shape, depth, end);
      case OBJECT -> {
        object(name, text(in, LONGEST_NAME));
        fields(in, name, shape, depth, end);
      }
      case CHAR, FUNCTION -> {}
      case SPARSE -> arrays.add(new Array(name, shape, DType.F64, -1, -1));
      default -> numbers(in, kind, flag, name, shape, depth, end);
    }
  }

  private String named(String path, String name) {
    if (!path.isEmpty()) {
      return path;
    }
    if (!name.isEmpty()) {
      names.add(name);
    }
    return name;
  }

  private void object(String name, String type) {
    if (!name.isEmpty() && objects.size() < Limits.FACTS) {
      objects.putIfAbsent(name, type);
    }
  }

  private void child(MatBytes in, String path, int depth) {
    if (++elements > MOST_ELEMENTS) {
      throw new Malformed(Math.max(0, in.offset()), "more cells and fields than are read");
    }
    Tag tag = tag(in);
    if (tag.type() == MATRIX) {
      String kept = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
      matrix(in, tag.size(), kept, depth + 1);
    } else {
      pass(in, tag);
    }
  }

  private void fields(MatBytes in, String name, List<Long> shape, int depth, long end) {
    Tag tag = tag(in);
    if (tag.size() != 4) {
      throw new Malformed(Math.max(0, in.offset()), "a structure without the length of its names");
    }
    int length = (int) Math.min(in.u32(), LONGEST_NAME);
    in.skip(tag.padding());
    String all = text(in, MOST_NAMES);
    var fields = new ArrayList<String>();
    for (int i = 0; length > 0 && i + length <= all.length(); i += length) {
      String field = all.substring(i, i + length);
      int nul = field.indexOf('\0');
      fields.add(nul < 0 ? field : field.substring(0, nul));
    }
    boolean one = shape.stream().allMatch(n -> n == 1);
    for (long i = 0; in.at() < end && !fields.isEmpty(); i++) {
      String of = one ? name : name + "(" + (i / fields.size() + 1) + ")";
      child(in, of + "." + fields.get((int) (i % fields.size())), depth);
    }
  }

  private void numbers(
      MatBytes in, int kind, long flag, String name, List<Long> shape, int depth, long end) {
    DType type = (flag & LOGICAL) != 0 ? DType.BOOL : type(kind);
    long at = -1;
    long bytes = -1;
    if (depth == 0 && in.offset() < 0) {
      // Packed: its numbers are not looked at.
      arrays.add(new Array(name, shape, type, -1, -1));
      return;
    }
    if (in.at() < end) {
      Tag tag = tag(in);
      // Numbers that fit are kept as smaller ones.
      if (in.offset() >= 0 && (flag & COMPLEX) == 0 && stored(tag.type()) == type) {
        at = in.offset();
        bytes = tag.size();
      }
    }
    arrays.add(new Array(name, shape, type, at, bytes));
  }

  private static DType type(int kind) {
    return switch (kind) {
      case 6 -> DType.F64;
      case 7 -> DType.F32;
      case 8 -> DType.I8;
      case 9 -> DType.U8;
      case 10 -> DType.I16;
      case 11 -> DTypes.U16;
      case 12 -> DType.I32;
      case 13 -> DTypes.U32;
      case 14 -> DType.I64;
      case 15 -> DTypes.U64;
      default -> DTypes.UNKNOWN;
    };
  }

  private static DType stored(int type) {
    return switch (type) {
      case 7 -> DType.F32;
      case 9 -> DType.F64;
      case 1 -> DType.I8;
      case 2 -> DType.U8;
      default -> DTypes.UNKNOWN;
    };
  }
}
