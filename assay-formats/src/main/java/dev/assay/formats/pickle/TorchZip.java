package dev.assay.formats.pickle;

import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// PyTorch's zip: one folder of any name with a pickle that describes tensors, and an entry for
/// each storage. TorchScript is the same with the model's code beside it.
public final class TorchZip implements WeightsFormat {
  private static final int VERIFIED = 2_000;
  private static final int SMALL = 4096;

  private final boolean script;

  private TorchZip(boolean script) {
    this.script = script;
  }

  /// A state dictionary or a pickled module.
  public static TorchZip states() {
    return new TorchZip(false);
  }

  /// TorchScript.
  public static TorchZip script() {
    return new TorchZip(true);
  }

  @Override
  public String id() {
    return script ? "torchscript" : "pytorch-zip";
  }

  @Override
  public String title() {
    return script ? "TorchScript" : "PyTorch (zip)";
  }

  @Override
  public String begins() {
    return "P";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return ZipDirectory.begins(head);
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    ZipDirectory zip = ZipDirectory.of(bytes);
    Optional<String> root = root(zip);
    return root.isPresent() && script == isScript(zip, root.get());
  }

  /// The folder of `data.pkl`, with its slash.
  private static Optional<String> root(ZipDirectory zip) {
    return zip.entries().keySet().stream()
        .filter(n -> n.equals("data.pkl") || n.endsWith("/data.pkl"))
        .map(n -> n.substring(0, n.length() - "data.pkl".length()))
        .findFirst();
  }

  private static boolean isScript(ZipDirectory zip, String root) {
    return zip.entries().keySet().stream().anyMatch(n -> n.startsWith(root + "code/"));
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    ZipDirectory zip = ZipDirectory.of(bytes);
    String root = root(zip).orElseThrow(() -> new Malformed(-1, "no data.pkl in the zip"));
    out.header(zip.directoryStart(), bytes.size());
    try {
      new Reading(entry, bytes, zip, root, out).run();
    } catch (Malformed e) {
      // What was seen before the damage stays said.
      out.status(Weights.Status.MALFORMED, e.describe());
    }
    zip.verify(VERIFIED);
    for (String oddity : zip.oddities()) {
      out.danger(
          oddity + ": two programs would see two different files (parser disagreement)",
          zip.directoryStart(),
          bytes.size());
    }
    if (zip.prefix() > 0) {
      out.danger(
          zip.prefix()
              + " bytes stand before the zip: another program may take the file for something"
              + " else (polyglot)",
          0,
          zip.prefix());
    }
    return out.build();
  }

  /// One file on its way to a value.
  private static final class Reading {
    private final FileEntry entry;
    private final ByteSource bytes;
    private final ZipDirectory zip;
    private final String root;
    private final WeightsBuilder out;
    private final TorchTensors tensors = new TorchTensors();

    Reading(FileEntry entry, ByteSource bytes, ZipDirectory zip, String root, WeightsBuilder out) {
      this.entry = entry;
      this.bytes = bytes;
      this.zip = zip;
      this.root = root;
      this.out = out;
    }

    void run() {
      text("version").ifPresent(v -> fact("version", "PyTorch file version " + v));
      text("byteorder").ifPresent(v -> fact("byteorder", v));
      code();
      for (ZipDirectory.Entry e : zip.entries().values()) {
        if (e.name().endsWith(".pkl") && !e.name().equals(root + "data.pkl")) {
          pickle(e, false);
        }
      }
      ZipDirectory.Entry data =
          zip.entry(root + "data.pkl").orElseThrow(() -> new Malformed(-1, "no data.pkl"));
      pickle(data, true);
      storages();
      if (tensors.hasOptimizer()) {
        out.kind(Weights.Kind.CHECKPOINT);
      }
    }

    private void fact(String name, String value) {
      zip.entry(root + name)
          .ifPresent(e ->
              out.fact(Weights.Topic.TOOL, name, value, e.header(), e.header() + 30 + e.packed()));
    }

    private Optional<String> text(String name) {
      return zip.entry(root + name)
          .filter(e -> e.size() <= SMALL)
          .map(e -> new String(zip.content(e, SMALL), StandardCharsets.UTF_8).strip());
    }

    private void code() {
      long files =
          zip.entries().keySet().stream()
              .filter(n -> n.startsWith(root + "code/") && n.endsWith(".py"))
              .count();
      if (files > 0) {
        out.fact(
            Weights.Topic.ARCHITECTURE,
            "code/",
            "the model's own code in " + files + " source files",
            zip.directoryStart(),
            bytes.size());
      }
    }

    private void pickle(ZipDirectory.Entry e, boolean main) {
      byte[] content = zip.content(e, Limits.UNPACKED);
      long from = e.stored() ? zip.dataStart(e) : e.header();
      long to = e.stored() ? from + content.length : Math.min(bytes.size(), from + 30 + e.packed());
      var machine = new PickleMachine(new Cursor(ByteSource.of(content)));
      try {
        PickleValue value = machine.run();
        if (main) {
          tensors.collect(value);
          new PickleFacts(out, from, to).checkpoint(value);
          if (machine.over()) {
            out.status(Weights.Status.OVER_LIMIT, "data.pkl holds more values than are kept")
                .uncounted();
          }
        }
        machine.oddity().ifPresent(o -> out.status(Weights.Status.MALFORMED, e.name() + " " + o));
      } finally {
        Imports.report(out, machine.imports(), from, e.stored() ? -1 : to);
        machine.nested().report(out, from, e.stored() ? -1 : to);
        machine.dangers().forEach(d -> out.danger(d, from, to));
      }
    }

    private void storages() {
      Map<String, Long> places = new HashMap<>();
      long missing = 0;
      for (TorchTensors.Storage s : tensors.storages().values()) {
        ZipDirectory.Entry e = zip.entry(root + "data/" + s.key()).orElse(null);
        if (e == null) {
          missing++;
        } else if (s.bytes() >= 0 && e.size() < s.bytes()) {
          throw new Malformed(
              e.header(),
              "storage \"" + s.key() + "\" needs " + s.bytes() + " bytes and has " + e.size());
        } else if (e.stored()) {
          places.put(s.key(), zip.dataStart(e));
        }
      }
      if (missing > 0) {
        out.status(
            Weights.Status.INCOMPLETE,
            missing + " of " + tensors.storages().size() + " storages are not in the file");
      }
      tensors.into(out, entry.path(), key -> places.getOrDefault(key, -1L));
    }
  }
}
