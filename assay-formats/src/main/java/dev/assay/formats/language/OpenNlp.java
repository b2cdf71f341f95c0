package dev.assay.formats.language;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;

/// OpenNLP's models: a zip whose `manifest.properties` tells component, language, tool and how it
/// was trained. Many carry licence, corpus, training commands and evaluation with them as texts.
public final class OpenNlp implements WeightsFormat {
  private static final String MANIFEST = "manifest.properties";
  private static final int LONGEST = 1 << 20;

  @Override
  public String id() {
    return "opennlp";
  }

  @Override
  public String title() {
    return "OpenNLP";
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
    var zip = ZipDirectory.of(bytes);
    var manifest = zip.entry(MANIFEST);
    if (manifest.isEmpty()) {
      return false;
    }
    String text = new String(zip.content(manifest.get(), LONGEST), StandardCharsets.ISO_8859_1);
    return text.contains("OpenNLP-Version") || text.contains("Component-Name");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    var zip = ZipDirectory.of(bytes);
    out.header(zip.directoryStart(), bytes.size());
    for (ZipDirectory.Entry e : zip.entries().values()) {
      try {
        entry(out, zip, e);
      } catch (Malformed m) {
        out.status(Weights.Status.MALFORMED, e.name() + ": " + m.describe());
      }
    }
    zip.verify(1_000);
    zip.oddities().forEach(o -> out.danger(o, zip.directoryStart(), bytes.size()));
    return out.build();
  }

  private static void entry(WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e) {
    String name = e.name().toLowerCase(Locale.ROOT);
    if (name.equals(MANIFEST)) {
      manifest(out, zip, e);
    } else if (name.equals("license") || name.equals("license.txt") || name.equals("notice")) {
      text(out, zip, e, name.equals("notice") ? Weights.Topic.AUTHOR : Weights.Topic.LICENCE);
    } else if (name.startsWith("readme")) {
      text(out, zip, e, Weights.Topic.RECIPE);
    } else if (name.startsWith("report")) {
      text(out, zip, e, Weights.Topic.METRIC);
    }
  }

  private static void text(
      WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e, Weights.Topic topic) {
    String text = new String(zip.content(e, LONGEST), StandardCharsets.UTF_8).strip();
    long from = zip.dataStart(e);
    out.fact(topic, e.name(), text, from, from + e.packed());
  }

  private static void manifest(WeightsBuilder out, ZipDirectory zip, ZipDirectory.Entry e) {
    long from = zip.dataStart(e);
    long to = from + e.packed();
    var properties = new Properties();
    try {
      String text = new String(zip.content(e, LONGEST), StandardCharsets.ISO_8859_1);
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException x) {
      throw new Malformed(from, "no properties");
    }
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      String value = properties.getProperty(key);
      boolean own = key.equals("factory") && !value.startsWith("opennlp.");
      out.fact(own ? Weights.Topic.REMOTE_CODE : topic(key), key, value, from, to);
    }
  }

  private static Weights.Topic topic(String key) {
    if (key.startsWith("Training-")) {
      return Weights.Topic.RECIPE;
    }
    return switch (key) {
      case "Component-Name" -> Weights.Topic.ARCHITECTURE;
      case "OpenNLP-Version", "Manifest-Version" -> Weights.Topic.TOOL;
      default -> Weights.Topic.OTHER;
    };
  }
}
