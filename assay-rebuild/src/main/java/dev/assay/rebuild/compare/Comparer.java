package dev.assay.rebuild.compare;

import dev.assay.formats.Formats;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import dev.assay.weights.Printable;
import dev.assay.weights.TensorBytes;
import dev.assay.weights.TensorDiff;
import dev.assay.weights.WeightsDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares two artefacts: the whole bytes first, then inside containers and forms that it knows,
/// down to the numbers. What it does not know is compared by its bytes.
public final class Comparer {
  /// The largest file, or member of an archive, that is looked into; a larger one is compared by
  /// bytes.
  static final long MOST = 128L << 20;

  private static final int MOST_FIELDS = 1000;

  private final List<String> clock;
  private final List<FieldDiff> fields = new ArrayList<>();
  private final List<WeightsDiff> weights = new ArrayList<>();
  private final Set<String> normalisers = new LinkedHashSet<>();
  private final List<String> agreements = new ArrayList<>();

  /// The share of parts other than numbers that stand on one side only; the largest of any file.
  private double unlike;

  private Comparer(List<String> clock) {
    this.clock = clock;
  }

  /// Compares two files.
  ///
  /// @param name what to call them
  /// @param clock the fields that the recipe names as clock fields
  public static ArtefactDiff compare(String name, Path published, Path rebuilt, List<String> clock)
      throws IOException {
    String a = Digests.sha256(published);
    String b = Digests.sha256(rebuilt);
    var comparer = new Comparer(clock);
    if (!a.equals(b)) {
      if (Math.max(Files.size(published), Files.size(rebuilt)) > MOST) {
        comparer.large(name, published, rebuilt);
      } else {
        comparer.member("", name, Files.readAllBytes(published), Files.readAllBytes(rebuilt));
      }
    }
    return new ArtefactDiff(
        name,
        a,
        b,
        comparer.fields,
        comparer.weights,
        List.copyOf(comparer.normalisers),
        comparer.agreements,
        comparer.unlike);
  }

  /// Notes a difference; it is one of the clock where the recipe says so.
  void differs(String field, FieldDiff.Nature nature, String detail) {
    if (fields.size() < MOST_FIELDS) {
      FieldDiff.Nature n = clock.contains(field) ? FieldDiff.Nature.CLOCK : nature;
      fields.add(new FieldDiff(Printable.line(field), n, Printable.line(detail)));
    }
  }

  /// Notes which reader told content from form.
  void used(String normaliser) {
    normalisers.add(normaliser);
  }

  /// Notes something that agrees.
  void agrees(String text) {
    agreements.add(Printable.line(text));
  }

  void numbers(String field, WeightsDiff diff) {
    weights.add(diff);
    boolean same =
        diff.incomplete().isEmpty()
            && diff.tensors().stream().allMatch(t -> t.change() == TensorDiff.Change.IDENTICAL);
    if (!same) {
      long changed =
          diff.tensors().stream().filter(t -> t.change() != TensorDiff.Change.IDENTICAL).count();
      differs(
          field + "#values",
          FieldDiff.Nature.VALUES,
          changed + " of " + diff.tensors().size() + " tensors are not the same");
    }
  }

  /// Compares two files or members of archives.
  ///
  /// @param prefix of the names of fields: empty for the artefact itself, else the member's path
  /// @param name by which a form without a mark of its own is told
  void member(String prefix, String name, byte[] a, byte[] b) {
    if (Arrays.equals(a, b)) {
      return;
    }
    int before = fields.size();
    try {
      if (!known(prefix, name, a, b)) {
        bytes(name, a, b);
      }
    } catch (Malformed e) {
      while (fields.size() > before) {
        fields.removeLast();
      }
      bytes(name, a, b);
    }
  }

  private boolean known(String prefix, String name, byte[] a, byte[] b) {
    if (starts(a, 'P', 'K') && starts(b, 'P', 'K')) {
      new ZipForm(this).compare(prefix, a, b);
      return true;
    }
    if (starts(a, 0x1f, 0x8b) && starts(b, 0x1f, 0x8b)) {
      new GzipForm(this).compare(prefix, name, a, b);
      return true;
    }
    if (GisModel.looksLike(a) && GisModel.looksLike(b)) {
      gis(name, a, b);
      return true;
    }
    if (name.endsWith(".properties")) {
      new PropertiesForm(this).compare(name, a, b);
      return true;
    }
    Optional<WeightsFormat> format = format(name, a);
    if (format.isPresent() && format.equals(format(name, b))) {
      tensors(format.get(), name, ByteSource.of(a), ByteSource.of(b));
      return true;
    }
    if (name.endsWith(".json") || jsonStart(a) && jsonStart(b)) {
      new JsonForm(this).compare(name, a, b);
      return true;
    }
    return false;
  }

  private static Optional<WeightsFormat> format(String name, byte[] bytes) {
    ByteSource source = ByteSource.of(bytes);
    return Formats.recognise(FileEntry.file(name, bytes.length), source.head(Formats.HEAD), source);
  }

  private static boolean jsonStart(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b == '{' || b == '[';
      }
    }
    return false;
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private void tensors(WeightsFormat format, String name, ByteSource a, ByteSource b) {
    Weights wa = Formats.read(format, "published", FileEntry.file(name, a.size()), a);
    Weights wb = Formats.read(format, "rebuilt", FileEntry.file(name, b.size()), b);
    if (wa.status() != Weights.Status.OK
        || wb.status() != Weights.Status.OK
        || wa.listing().isEmpty()) {
      throw new Malformed(-1, "not readable as " + format.id());
    }
    int before = fields.size();
    WeightsDiff diff;
    try (TensorBytes ta = TensorBytes.read(p -> a);
        TensorBytes tb = TensorBytes.read(p -> b)) {
      diff = WeightsDiff.compare(wa, ta, wb, tb);
    }
    used(format.id() + ": tensors apart from the header");
    numbers(name, diff);
    for (WeightsDiff.MetadataDiff m : diff.metadata()) {
      differs(
          name + "#metadata." + m.key(),
          FieldDiff.Nature.METADATA,
          "\"" + m.before() + "\" -> \"" + m.after() + "\"");
    }
    if (fields.size() == before) {
      differs(
          name + "#layout",
          FieldDiff.Nature.METADATA,
          "the header or the order of tensors is written otherwise");
    }
  }

  private void gis(String name, byte[] a, byte[] b) {
    GisModel ma = GisModel.read(a);
    GisModel mb = GisModel.read(b);
    used("GIS model: parameters apart from outcomes and predicates");
    if (!ma.correction().equals(mb.correction())) {
      // Trainers up to some version wrote other ones: it tells which was used.
      differs(
          name + "#correction",
          FieldDiff.Nature.CONTENT,
          ma.correction()
              + " against "
              + mb.correction()
              + "; the version of the trainer decides it");
    }
    if (!ma.structure().equals(mb.structure())) {
      long both = common(ma.structure(), mb.structure());
      differs(
          name + "#predicates",
          FieldDiff.Nature.CONTENT,
          ma.structure().size()
              + " and "
              + mb.structure().size()
              + " outcomes, patterns and predicates, "
              + both
              + " of them in both");
      return;
    }
    agrees(name + ": the same outcomes, patterns and predicates (" + ma.structure().size() + ")");
    numbers(
        name,
        new Numbers("parameters", ma.parameters())
            .compare(name, new Numbers("parameters", mb.parameters())));
  }

  /// How many parts stand on both sides; notes what share does not.
  private long common(List<String> a, List<String> b) {
    Set<String> first = new LinkedHashSet<>(a);
    Set<String> second = new LinkedHashSet<>(b);
    long both = first.stream().filter(second::contains).count();
    unlike = Math.max(unlike, 1 - both / (double) Math.max(1, first.size() + second.size() - both));
    return both;
  }

  private void bytes(String name, byte[] a, byte[] b) {
    int first = Arrays.mismatch(a, b);
    String detail = a.length + " and " + b.length + " bytes, the first difference at byte " + first;
    Optional<String> lines = lines(a, b);
    differs(
        name + "#bytes", FieldDiff.Nature.CONTENT, detail + lines.map(l -> "; " + l).orElse(""));
  }

  /// For texts: how many lines stand in one and not in the other.
  private Optional<String> lines(byte[] a, byte[] b) {
    for (byte[] side : List.of(a, b)) {
      for (byte c : side) {
        if (c == 0) {
          unlike = 1;
          return Optional.empty();
        }
      }
    }
    List<String> la = new String(a, StandardCharsets.UTF_8).lines().toList();
    List<String> lb = new String(b, StandardCharsets.UTF_8).lines().toList();
    long common = common(la, lb);
    return Optional.of(
        common + " of " + new LinkedHashSet<>(la).size() + " different lines stand in both");
  }

  /// Files too large to be read into memory: tensors where the form is known, else the bytes.
  private void large(String name, Path published, Path rebuilt) throws IOException {
    var meter = new dev.assay.io.ReadMeter();
    try (ByteSource a = ByteSource.of(published, meter);
        ByteSource b = ByteSource.of(rebuilt, meter)) {
      Optional<WeightsFormat> format =
          Formats.recognise(FileEntry.file(name, a.size()), a.head(Formats.HEAD), a);
      if (format.isPresent()) {
        tensors(format.get(), name, a, b);
        return;
      }
    } catch (Malformed e) {
      // Not what its first bytes say: compared by bytes.
    }
    long first = Files.mismatch(published, rebuilt);
    differs(
        name + "#bytes",
        FieldDiff.Nature.CONTENT,
        Files.size(published)
            + " and "
            + Files.size(rebuilt)
            + " bytes, the first difference at byte "
            + first);
  }
}
