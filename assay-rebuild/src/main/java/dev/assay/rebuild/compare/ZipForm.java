package dev.assay.rebuild.compare;

import dev.assay.io.Malformed;
import dev.assay.rebuild.compare.FieldDiff.Nature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Zip archives (and jars, `.npz`, `.pt`, OpenNLP's `.bin`): members by name, apart from their
/// times, order and packing.
final class ZipForm {
  private static final int MOST_MEMBERS = 20_000;

  private final Comparer comparer;

  ZipForm(Comparer comparer) {
    this.comparer = comparer;
  }

  private record Member(ZipEntry entry, byte[] bytes) {}

  void compare(String prefix, byte[] a, byte[] b) {
    Map<String, Member> old = members(a);
    Map<String, Member> now = members(b);
    comparer.used("zip: members apart from times, order and packing");
    String zip = prefix.isEmpty() ? "zip" : prefix + "!/zip";
    if (!List.copyOf(old.keySet()).equals(List.copyOf(now.keySet()))
        && old.keySet().equals(now.keySet())) {
      comparer.differs(zip + "#order", Nature.METADATA, "members stand in another order");
    }
    List<String> times = new ArrayList<>();
    boolean packed = false;
    for (Map.Entry<String, Member> e : old.entrySet()) {
      String name = prefix.isEmpty() ? e.getKey() : prefix + "!/" + e.getKey();
      Member was = e.getValue();
      Member is = now.get(e.getKey());
      if (is == null) {
        comparer.differs(name + "#member", Nature.CONTENT, "is not in the rebuilt archive");
        continue;
      }
      if (was.entry().getTime() != is.entry().getTime()) {
        times.add(e.getKey());
      }
      if (java.util.Arrays.equals(was.bytes(), is.bytes())) {
        packed |=
            was.entry().getMethod() != is.entry().getMethod()
                || was.entry().getCompressedSize() != is.entry().getCompressedSize();
      } else {
        comparer.member(name, name, was.bytes(), is.bytes());
      }
    }
    for (String name : now.keySet()) {
      if (!old.containsKey(name)) {
        comparer.differs(name + "#member", Nature.CONTENT, "is only in the rebuilt archive");
      }
    }
    if (!times.isEmpty()) {
      comparer.differs(
          zip + "#mtime",
          Nature.METADATA,
          "times of " + times.size() + " of " + old.size() + " members");
    }
    if (packed) {
      comparer.differs(zip + "#packing", Nature.METADATA, "equal members are compressed otherwise");
    }
  }

  /// Members by name, in the archive's order. The archive lies in memory already; its members
  /// together may not be larger than a file that is looked into.
  private static Map<String, Member> members(byte[] archive) {
    Path file = null;
    try {
      // ZipFile reads the directory at the end, which is what every program believes; it wants
      // a file.
      file = Files.createTempFile("assay", ".zip");
      Files.write(file, archive);
      Map<String, Member> members = new LinkedHashMap<>();
      try (ZipFile zip = new ZipFile(file.toFile())) {
        if (zip.size() > MOST_MEMBERS) {
          throw new Malformed(-1, "more than " + MOST_MEMBERS + " members");
        }
        long left = Comparer.MOST;
        for (ZipEntry e : java.util.Collections.list(zip.entries())) {
          byte[] bytes;
          try (var in = zip.getInputStream(e)) {
            bytes = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
          }
          left -= bytes.length;
          if (left < 0) {
            throw new Malformed(-1, "its members are larger than " + Comparer.MOST + " bytes");
          }
          members.put(e.getName(), new Member(e, bytes));
        }
      }
      return members;
    } catch (IOException | IllegalArgumentException e) {
      throw new Malformed(-1, "not a readable zip: " + e.getMessage());
    } finally {
      if (file != null) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          file.toFile().deleteOnExit();
        }
      }
    }
  }
}
