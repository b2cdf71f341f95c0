package dev.assay.formats.safetensors;

import dev.assay.formats.DTypes;
import dev.assay.formats.HeaderKeys;
import dev.assay.formats.JsonReader;
import dev.assay.formats.JsonValue;
import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.ZipDirectory;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// The index of a sharded model: which tensor lies in which file. Read as a stream: indexes of 60
/// MB and half a million tensors exist. Each shard becomes a fact with the number of its tensors
/// and a sum over their names, so that a shard can be held against the index without holding the
/// index.
public final class ShardIndex implements WeightsFormat {
  /// The identifier of this format.
  public static final String ID = "safetensors-index";

  /// The prefix of the key of each shard's fact; the rest is its name.
  public static final String SHARD = "weight_map/";

  // More names than this are summed and not kept.
  private static final int KEPT = 20_000;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "index of shards";
  }

  @Override
  public String begins() {
    return "{";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length == 0 || head[0] != '{') {
      return false;
    }
    return entry.name().endsWith(".index.json")
        && new String(head, StandardCharsets.ISO_8859_1).contains("\"weight_map\"");
  }

  @Override
  public List<String> endings() {
    return List.of(".safetensors.index.json", ".bin.index.json");
  }

  /// What an index says of one shard.
  ///
  /// @param tensors how many lie in it
  /// @param names the sum of a hash of each name: equal for equal sets of names
  public record Shard(long tensors, long names) {
    /// Adds a name.
    public Shard plus(String name) {
      return new Shard(tensors + 1, names + JsonReader.hash(name));
    }

    /// The form in which a fact holds it.
    public String text() {
      return tensors + " tensors, names " + Long.toHexString(names);
    }
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out =
        new WeightsBuilder(source, entry, bytes, id())
            .header(0, bytes.size())
            .kind(Weights.Kind.OTHER)
            .uncounted();
    var shards = new LinkedHashMap<String, Sum>();
    try (JsonReader in = JsonReader.over(bytes, 0, bytes.size())) {
      in.expect(JsonToken.START_OBJECT);
      boolean map = false;
      for (JsonToken t = in.next(); t != JsonToken.END_OBJECT; t = in.next()) {
        if (t != JsonToken.PROPERTY_NAME) {
          throw new Malformed(in.offset(), "the index ends in the middle");
        }
        switch (in.name()) {
          case "weight_map" -> {
            map = true;
            weightMap(in, entry, shards, out);
          }
          case "metadata" -> metadata(in, out);
          default -> in.skip();
        }
      }
      in.end();
      if (!map) {
        throw new Malformed(0, "the index has no weight_map");
      }
    }
    shards.forEach(
        (name, sum) -> out.fact(Weights.Topic.OTHER, SHARD + name, sum.text(), sum.from, sum.to));
    out.shards(new Weights.Shards(0, shards.size(), List.of()));
    return out.build();
  }

  private static final class Sum {
    private final long from;
    private final long to;
    private long tensors;
    private long names;

    Sum(long from, long to) {
      this.from = from;
      this.to = to;
    }

    String text() {
      return new Shard(tensors, names).text();
    }
  }

  private static void weightMap(
      JsonReader in, FileEntry entry, Map<String, Sum> shards, WeightsBuilder out) {
    in.expect(JsonToken.START_OBJECT);
    String folder = entry.folder().isEmpty() ? "" : entry.folder() + "/";
    String last = "";
    Sum sum = null;
    String path = "";
    for (JsonToken t = in.next(); t != JsonToken.END_OBJECT; t = in.next()) {
      if (t != JsonToken.PROPERTY_NAME) {
        throw new Malformed(in.offset(), "the index ends in the middle");
      }
      String tensor = in.name();
      long hash = in.nameHash();
      in.expect(JsonToken.VALUE_STRING);
      // Neighbours mostly lie in the same shard, so its name is looked up once for many.
      if (sum == null || !in.textIs(last)) {
        last = in.text();
        path = folder + last;
        sum = sum(in, last, shards);
      }
      sum.tensors++;
      sum.names += hash;
      if (out.tensors() < KEPT) {
        out.tensor(
            new Tensor(tensor, Tensor.Role.UNKNOWN, List.of(), DTypes.UNKNOWN, path, -1, -1, null));
      } else {
        out.more();
      }
    }
  }

  private static Sum sum(JsonReader in, String shard, Map<String, Sum> shards) {
    @Nullable Sum known = shards.get(shard);
    if (known != null) {
      return known;
    }
    if (shard.isEmpty()
        || ZipDirectory.leaves(shard)
        || shard.contains("://")
        || shard.chars().anyMatch(Character::isISOControl)) {
      throw new Malformed(
          in.offset(),
          "the shard name \""
              + (shard.length() > 80 ? shard.substring(0, 80) + "…" : shard)
              + "\" is no plain relative name: it would be read from elsewhere (path traversal)");
    }
    if (shards.size() == Limits.SHARDS) {
      throw new Malformed(in.offset(), "more than " + Limits.SHARDS + " shards");
    }
    var sum = new Sum(in.offset(), in.offset() + shard.length() + 2);
    shards.put(shard, sum);
    return sum;
  }

  private static void metadata(JsonReader in, WeightsBuilder out) {
    long at = in.offset();
    JsonToken token = in.next();
    if (token == null) {
      throw new Malformed(at, "the index ends in the middle");
    }
    JsonValue read = JsonValue.value(in, token, new int[] {10_000});
    long to = in.offset() + 1;
    if (read instanceof JsonValue.Obj o) {
      o.members()
          .forEach((key, value) ->
              out.fact(
                  key.startsWith("total_") ? Weights.Topic.PARAMETERS : HeaderKeys.topic(key),
                  key,
                  value.plain(),
                  at,
                  to));
    }
  }
}
