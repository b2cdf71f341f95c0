package dev.assay.formats.xml;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.List;

/// PMML: a model of classical machine learning in XML, with a header that names copyright, program
/// and build, and a data dictionary that is the schema of the training data.
public final class Pmml implements WeightsFormat {
  private static final int MOST_FIELDS = 500;
  private static final int LONGEST = 16 * 1024;

  @Override
  public String id() {
    return "pmml";
  }

  @Override
  public String title() {
    return "PMML";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    String root = XmlWalk.rootName(head);
    return root.equals("PMML") || root.endsWith(":PMML");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    XmlWalk in = XmlWalk.open(bytes);
    var fields = new ArrayList<String>();
    var models = new ArrayList<String>();
    var text = new StringBuilder();
    long textAt = 0;
    long fieldsFrom = -1;
    long fieldsTo = 0;
    while (in.next()) {
      long at = in.offset();
      if (in.starts()) {
        text.setLength(0);
        textAt = at;
        if (in.name().equals("DataField") && in.path().equals("PMML/DataDictionary/DataField")) {
          fieldsFrom = fieldsFrom < 0 ? Math.max(0, at - 200) : fieldsFrom;
          fieldsTo = at;
          if (fields.size() < MOST_FIELDS) {
            fields.add(in.attribute("name").orElse("") + ":" + in.attribute("dataType").orElse(""));
          }
        } else {
          start(out, in, models, at);
        }
      } else if (in.isText()) {
        if (text.length() < LONGEST) {
          text.append(in.text());
        }
      } else {
        end(out, in, text.toString().strip(), textAt, at);
        text.setLength(0);
      }
    }
    if (fieldsFrom >= 0) {
      out.fact(
          Weights.Topic.TRAINING_DATA,
          "DataDictionary (schema of the training data)",
          String.join(", ", fields),
          fieldsFrom,
          fieldsTo);
    }
    out.quote(String.join(", ", models));
    return out.build();
  }

  private static void start(WeightsBuilder out, XmlWalk in, List<String> models, long at) {
    switch (in.path()) {
      case "PMML" -> {
        if (!in.namespace().isEmpty() && !in.namespace().startsWith("http://www.dmg.org/PMML")) {
          throw new Malformed(at, "the namespace is not PMML's");
        }
        out.header(0, at);
        in.attribute("version")
            .ifPresent(v -> out.fact(Weights.Topic.TOOL, "PMML version", v, 0, at));
      }
      case "PMML/Header" -> {
        long from = Math.max(0, at - 400);
        in.attribute("copyright")
            .ifPresent(v -> out.fact(Weights.Topic.AUTHOR, "copyright", v, from, at));
        in.attribute("description")
            .ifPresent(v -> out.fact(Weights.Topic.NAME, "description", v, from, at));
      }
      case "PMML/Header/Application" -> {
        String program = in.attribute("name").orElse("");
        String version = in.attribute("version").orElse("");
        out.fact(
            Weights.Topic.TOOL,
            "application",
            (program + " " + version).strip(),
            Math.max(0, at - 200),
            at);
      }
      default -> {
        boolean model = in.depth() == 2 && in.attribute("functionName").isPresent();
        if (model && models.size() < 100) {
          models.add(in.name());
          String algorithm = in.attribute("algorithmName").map(a -> " (" + a + ")").orElse("");
          out.fact(
              Weights.Topic.ARCHITECTURE,
              in.name(),
              in.attribute("functionName").orElse("") + algorithm,
              Math.max(0, at - 200),
              at);
        }
      }
    }
  }

  private static void end(WeightsBuilder out, XmlWalk in, String text, long from, long to) {
    if (text.isEmpty()) {
      return;
    }
    if (in.path().equals("PMML/Header/Timestamp")) {
      out.fact(Weights.Topic.OTHER, "timestamp", text, from, to);
    } else if (in.path().equals("PMML/Header/Annotation")) {
      out.fact(Weights.Topic.TRAINING_DATA, "annotation", text, from, to);
    } else if (in.path().startsWith("PMML/MiningBuildTask")) {
      out.fact(Weights.Topic.RECIPE, "MiningBuildTask", text, from, to);
    }
  }
}
