package dev.assay.formats.onnx;

import dev.assay.formats.Formats;
import dev.assay.formats.HeaderKeys;
import dev.assay.formats.Limits;
import dev.assay.formats.ProtoReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.util.List;
import java.util.TreeMap;

/// ONNX. The file is one protocol-buffers message in which fields come in any order, and what says
/// whose model it is comes after gigabytes of weights: so it is walked by seeking, at the cost of
/// its nodes.
public final class Onnx implements WeightsFormat {
  private static final int IR_VERSION = 1;
  private static final long OPSETS_SINCE = 3;
  private static final int GRAPH = 7;

  @Override
  public String id() {
    return "onnx";
  }

  @Override
  public String title() {
    return "ONNX";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    // Every field of the outermost message has a number below 32: its tag is at most two bytes, and
    // the first is one of these. The full look is in confirms.
    return head.length > 4 && topLevel(head[0] & 0xff, head[1] & 0xff);
  }

  private static boolean topLevel(int first, int second) {
    int tag = first < 0x80 ? first : (first & 0x7f) | second << 7;
    return switch (tag >>> 3) {
      case 1, 5 -> (tag & 7) == 0;
      case 2, 3, 4, 6, 7, 8, 14, 20, 25, 26 -> (tag & 7) == 2;
      default -> false;
    };
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    boolean version = false;
    boolean graph = false;
    var in = new ProtoReader(bytes, 0, bytes.size());
    for (int n = 0; in.next() && !(version && graph); n++) {
      switch (in.field()) {
        case IR_VERSION -> {
          if (in.wire() != 0 || in.number() < 1 || in.number() > 64) {
            return false;
          }
          version = true;
        }
        case GRAPH -> {
          if (in.wire() != 2) {
            return false;
          }
          graph = true;
        }
        case 5 -> in.number();
        case 2, 3, 4, 6, 8, 14, 20, 25, 26 -> {
          if (in.wire() != 2) {
            return false;
          }
        }
        default -> {
          return false;
        }
      }
      if (n > 100_000) {
        return false;
      }
    }
    return version && graph;
  }

  @Override
  public List<String> endings() {
    return List.of(".onnx");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    var graph = new OnnxGraph(entry, out);
    try {
      model(new ProtoReader(bytes, 0, bytes.size()), out, graph);
    } catch (Malformed e) {
      out.status(Weights.Status.MALFORMED, e.describe());
    }
    graph.summary(bytes.size());
    return out.build();
  }

  private static void model(ProtoReader m, WeightsBuilder out, OnnxGraph graph) {
    String producer = "";
    String version = "";
    long from = 0;
    long to = 0;
    var operators = new TreeMap<String, Long>();
    long start = -1;
    long ir = 0;
    while (m.next()) {
      switch (m.field()) {
        case IR_VERSION -> {
          ir = m.number();
          out.fact(Weights.Topic.TOOL, "ir_version", "ONNX IR " + ir, m.start(), m.to());
        }
        case 2 -> {
          producer = m.text(Limits.FACT);
          from = m.start();
          to = m.to();
        }
        case 3 -> {
          version = m.text(Limits.FACT);
          to = Math.max(to, m.to());
        }
        case 4 -> out.fact(Weights.Topic.OTHER, "domain", m.text(Limits.FACT), m.start(), m.to());
        case 6 ->
            out.fact(Weights.Topic.OTHER, "doc_string", m.text(Limits.FACT), m.start(), m.to());
        case GRAPH -> {
          start = m.from();
          graph.walk(m.message(), 0, false);
        }
        case 8 -> opset(m, operators);
        case 14 -> property(m, out);
        case 20 -> training(m.message(), graph);
        case 25 -> graph.function(m.message());
        default -> {}
      }
    }
    if (!producer.isBlank()) {
      out.fact(Weights.Topic.TOOL, "producer", (producer + " " + version).strip(), from, to);
    }
    operators.forEach((domain, v) ->
        out.fact(
            Weights.Topic.TOOL,
            "opset",
            (domain.isEmpty() ? "ai.onnx" : domain) + " " + v,
            0,
            m.to()));
    if (start < 0) {
      throw new Malformed(0, "no graph");
    }
    if (ir >= OPSETS_SINCE && operators.isEmpty()) {
      // The sets of operators stand behind the graph, and from this version on there must be one.
      out.status(
          Weights.Status.INCOMPLETE, "it ends behind the graph, without the sets of operators");
    }
    out.header(0, Math.min(start, Formats.HEAD));
  }

  private static void opset(ProtoReader m, TreeMap<String, Long> operators) {
    ProtoReader o = m.message();
    String domain = "";
    long version = 0;
    while (o.next()) {
      if (o.field() == 1) {
        domain = o.text(256);
      } else if (o.field() == 2) {
        version = o.number();
      }
    }
    operators.put(domain, version);
  }

  private static void property(ProtoReader m, WeightsBuilder out) {
    ProtoReader p = m.message();
    String key = "";
    String value = "";
    while (p.next()) {
      if (p.field() == 1) {
        key = p.text(256);
      } else if (p.field() == 2) {
        value = p.text(Limits.FACT);
      }
    }
    out.fact(HeaderKeys.topic(key), key, value, m.start(), m.to());
  }

  private static void training(ProtoReader t, OnnxGraph graph) {
    while (t.next()) {
      if (t.field() == 1 || t.field() == 2) {
        graph.walk(t.message(), 1, true);
      }
    }
  }
}
