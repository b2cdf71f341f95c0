package dev.assay.weights;

import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import dev.assay.weights.TensorNames.Cell;
import dev.assay.weights.TensorNames.Convention;
import dev.assay.weights.TensorNames.Family;
import dev.assay.weights.TensorNames.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Two conventions of names, one for each side of a comparison: which tensor of the one is which of
/// the other, and whether they are kept alike.
final class Naming {
  private static final Pattern NUMBER = Pattern.compile("(?<=\\.)\\d{1,9}(?=\\.|$)");

  /// More rows than any attention has: each is read by itself, and a file may claim a thousand
  /// million rows of one byte.
  static final int MOST_ROWS = 1 << 20;

  private final Weights before;
  private final Weights after;
  private final @Nullable Convention old;
  private final @Nullable Convention now;
  private final String unknown;

  private Naming(
      Weights before,
      Weights after,
      @Nullable Convention old,
      @Nullable Convention now,
      String unknown) {
    this.before = before;
    this.after = after;
    this.old = old;
    this.now = now;
    this.unknown = unknown;
  }

  /// The two conventions under which most names of the one side are names of the other. A GGUF file
  /// has the names of its architecture and no others.
  static Naming of(Weights before, Weights after) {
    Set<String> names = new HashSet<>();
    before.listing().forEach(t -> names.add(t.name()));
    boolean differ = before.format().equals("gguf") != after.format().equals("gguf");
    var best = new Naming(before, after, null, null, differ ? unknown(before, after) : "");
    int most = 0;
    for (Family family : TensorNames.builtIn()) {
      for (Convention now : conventions(family, after)) {
        for (Convention old : conventions(family, before)) {
          var naming = new Naming(before, after, old, now, "");
          int matching = old.name().equals(now.name()) ? 0 : naming.matching(names);
          if (matching > most) {
            most = matching;
            best = naming;
          }
        }
      }
    }
    return best;
  }

  private static List<Convention> conventions(Family family, Weights w) {
    if (w.format().equals("gguf")) {
      String architecture = fact(w, "general.architecture");
      return family.architectures().contains(architecture)
          ? family.conventions().subList(0, 1)
          : List.of();
    }
    return family.conventions().subList(1, family.conventions().size());
  }

  private static String unknown(Weights before, Weights after) {
    Weights gguf = before.format().equals("gguf") ? before : after;
    return "no list of names joins the GGUF architecture \""
        + fact(gguf, "general.architecture")
        + "\" with the other side's names: tensors of other names are matched by content alone";
  }

  /// Why names that differ could not be put together; empty where they could, or need not be.
  String unknown() {
    return unknown;
  }

  private int matching(Set<String> names) {
    int matching = 0;
    for (Tensor t : after.listing()) {
      String name = counterpart(t.name());
      matching += name != null && names.contains(name) ? 1 : 0;
    }
    return matching;
  }

  /// What a tensor of the newer side is called on the older; null where that is not known, or it is
  /// not one tensor there.
  @Nullable String counterpart(String name) {
    Place place = now == null ? null : Place.of(name, now);
    Cell cell = place == null || old == null ? null : old.cells().get(place.row());
    if (place == null || cell == null || cell.numbered() != place.cell().numbered()) {
      return null;
    }
    String pattern = cell.pattern().replace("{n}", place.layer());
    return pattern.replace("{e}", place.number()) + place.ending();
  }

  /// How two tensors that are each other's counterpart are kept.
  Storage storage(Tensor old, Tensor now) {
    Place place = this.now == null ? null : Place.of(now.name(), this.now);
    Cell there = place == null || this.old == null ? null : this.old.cells().get(place.row());
    if (place == null || there == null) {
      return Storage.ALIKE;
    }
    Cell here = place.cell();
    if (here.plusOne() != there.plusOne()) {
      return new Storage.Unlike("1 was added to each value on one side: not compared");
    }
    if (here.rows() == there.rows()) {
      return Storage.ALIKE;
    }
    long heads = heads(here.ofKeys());
    long rows = now.shape().isEmpty() ? 0 : now.shape().getFirst();
    if (rows > MOST_ROWS) {
      return new Storage.Unlike(
          "the rows of each head are kept in pairs on one side and in halves on the other, and there"
              + " are more than "
              + MOST_ROWS
              + ": not compared");
    }
    if (heads <= 0 || rows % (2 * heads) != 0) {
      return new Storage.Unlike(
          "the rows of each head are kept in pairs on one side and in halves on the other, and how"
              + " many heads there are is not known: not compared");
    }
    return new Storage.Paired(there.rows() == Rows.PAIRS, rows / heads);
  }

  private long heads(boolean ofKeys) {
    for (Weights w : List.of(before, after)) {
      String key = fact(w, "general.architecture") + ".attention.head_count";
      String all = fact(w, key);
      String keys = fact(w, key + "_kv");
      String count = ofKeys && !keys.isEmpty() ? keys : all;
      if (count.matches("[0-9]{1,6}")) {
        return Long.parseLong(count);
      }
    }
    return 0;
  }

  /// Tensors that the other side has joined into one, or has one by one, by name: what is in this
  /// map is neither new nor gone.
  ///
  /// @param old what was matched to nothing on the older side
  /// @param now what was matched to nothing on the newer side
  Map<Tensor, Storage> joined(Iterable<Tensor> old, Iterable<Tensor> now) {
    Map<Tensor, Storage> joined = new HashMap<>();
    if (this.old == null || this.now == null) {
      return joined;
    }
    Map<String, List<Tensor>> before = byPlace(old, this.old, this.now);
    Map<String, List<Tensor>> after = byPlace(now, this.now, this.old);
    before.forEach((place, tensors) -> {
      List<Tensor> others = after.getOrDefault(place, List.of());
      if (!others.isEmpty()) {
        tensors.forEach(t -> joined.put(t, joinedWith(others)));
        others.forEach(t -> joined.put(t, joinedWith(tensors)));
      }
    });
    return joined;
  }

  private static Storage joinedWith(List<Tensor> others) {
    return new Storage.Unlike(
        (others.size() == 1
                ? "a part of " + others.getFirst().name()
                : "holds " + others.size() + " tensors")
            + " of the other side: not compared");
  }

  private static Map<String, List<Tensor>> byPlace(
      Iterable<Tensor> tensors, Convention own, Convention other) {
    Map<String, List<Tensor>> places = new HashMap<>();
    for (Tensor t : tensors) {
      Place place = Place.of(t.name(), own);
      Cell there = place == null ? null : other.cells().get(place.row());
      if (place != null && there != null && place.cell().numbered() != there.numbered()) {
        places
            .computeIfAbsent(
                place.row() + " " + place.layer() + place.ending(), k -> new ArrayList<>())
            .add(t);
      }
    }
    return places;
  }

  private static String fact(Weights w, String key) {
    return w.metadata().stream()
        .filter(f -> f.key().equals(key))
        .map(Weights.HeaderFact::value)
        .findFirst()
        .orElse("");
  }

  /// A name's place in a convention.
  ///
  /// @param layer its `{n}`, or empty
  /// @param number its `{e}`, or empty
  /// @param ending `.weight` or `.bias`, or empty
  private record Place(int row, Cell cell, String layer, String number, String ending) {
    static @Nullable Place of(String name, Convention convention) {
      String ending = name.endsWith(".weight") ? ".weight" : name.endsWith(".bias") ? ".bias" : "";
      String stem = name.substring(0, name.length() - ending.length());
      Matcher numbers = NUMBER.matcher(stem);
      Integer row = convention.rows().get(numbers.replaceAll("{}"));
      Cell cell = row == null ? null : convention.cells().get(row);
      if (row == null || cell == null) {
        return null;
      }
      List<String> found = numbers.reset().results().map(MatchResult::group).toList();
      return new Place(
          row,
          cell,
          found.isEmpty() ? "" : found.getFirst(),
          found.size() < 2 ? "" : found.get(1),
          ending);
    }
  }
}
