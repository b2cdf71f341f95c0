package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.DType;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Note;
import dev.assay.model.Span;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects what a reader finds in one file and makes the {@link Weights} value of it: evidence
/// with the hash of just the bytes it names, totals by type, and learned parameters with shared
/// storages counted once. Not for several threads.
public final class WeightsBuilder {
  private final String source;
  private final FileEntry entry;
  private final ByteSource bytes;
  private final String format;
  private Weights.Status status = Weights.Status.OK;
  private String reason = "";
  private Weights.Kind kind = Weights.Kind.MODEL;
  private final List<Tensor> listing = new ArrayList<>();
  private final Map<String, Long> elementsByType = new HashMap<>();
  private @Nullable DType lastType;
  private long ofLastType;
  private final Set<String> storages = new HashSet<>();
  private final List<Weights.HeaderFact> facts = new ArrayList<>();
  private final List<Note> dangers = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private long tensors;
  private long learned;
  private boolean counted = true;
  private @Nullable String quantisation;
  private Weights.@Nullable Shards shards;
  private long headerFrom;
  private long headerTo;
  private String quote = "";
  private @Nullable Tensor sample;
  private @Nullable Tensor packed;

  /// @param source the source's identifier, for evidence
  /// @param entry the file
  /// @param bytes its bytes
  /// @param format the format's identifier
  public WeightsBuilder(String source, FileEntry entry, ByteSource bytes, String format) {
    this.source = source;
    this.entry = entry;
    this.bytes = bytes;
    this.format = format;
    this.headerTo = Math.min(bytes.size(), Formats.HEAD);
  }

  /// Which bytes are the header, for the evidence.
  public WeightsBuilder header(long from, long to) {
    headerFrom = from;
    headerTo = to;
    return this;
  }

  /// A short quotation from the header.
  public WeightsBuilder quote(String text) {
    quote = text;
    return this;
  }

  /// What the file holds; a model where nothing else is said.
  public WeightsBuilder kind(Weights.Kind value) {
    kind = value;
    return this;
  }

  /// That something is wrong; the first reason stays.
  public WeightsBuilder status(Weights.Status value, String why) {
    if (status == Weights.Status.OK) {
      status = value;
      reason = why;
    }
    return this;
  }

  /// The quantisation method.
  public WeightsBuilder quantisation(@Nullable String value) {
    quantisation = value;
    return this;
  }

  /// Which shard of how many.
  public WeightsBuilder shards(Weights.Shards value) {
    shards = value;
    return this;
  }

  /// That learned parameters cannot be computed from the header.
  public WeightsBuilder uncounted() {
    counted = false;
    return this;
  }

  /// Numbers that the format does not tell apart: one tensor of a name, without a shape or a place.
  public WeightsBuilder whole(String name) {
    return tensor(
        new Tensor(
            name, Tensor.Role.UNKNOWN, List.of(), DTypes.UNKNOWN, entry.path(), -1, -1, null));
  }

  /// Adds a tensor; beyond {@link Limits#LISTED} it is counted and not kept. Of tensors with the
  /// same storage the first one's elements count.
  public WeightsBuilder tensor(Tensor tensor) {
    boolean first = tensor.storage() == null || storages.add(tensor.storage());
    return tensor(tensor, first ? tensor.elements() : 0);
  }

  /// Adds a tensor of which `elements` are not counted yet, as part of another that shares its
  /// storage.
  public WeightsBuilder tensor(Tensor tensor, long elements) {
    tensors++;
    if (tensor.type() != DTypes.UNKNOWN) {
      count(tensor.type(), elements);
    }
    if (tensor.role() == Tensor.Role.PARAMETER) {
      learned = Math.addExact(learned, elements);
    }
    if (listing.size() < Limits.LISTED) {
      listing.add(tensor);
    }
    if (Precision.better(sample, tensor) && tensor.file().equals(entry.path())) {
      sample = tensor;
    }
    if (PackedContent.better(packed, tensor) && tensor.file().equals(entry.path())) {
      packed = tensor;
    }
    return this;
  }

  // Nearly all tensors of a file have the type of the one before: a map entry for each would cost
  // as much as reading its name.
  private void count(DType type, long elements) {
    if (type == lastType) {
      ofLastType = Math.addExact(ofLastType, elements);
      return;
    }
    countLast();
    lastType = type;
    ofLastType = elements;
  }

  private void countLast() {
    if (lastType != null) {
      elementsByType.merge(lastType.name(), ofLastType, Math::addExact);
    }
  }

  /// Counts a tensor of which nothing else is kept.
  public WeightsBuilder more() {
    tensors++;
    return this;
  }

  /// How many tensors there are so far.
  public long tensors() {
    return tensors;
  }

  /// Adds a statement of the header about something else than its tensors; empty values are none.
  ///
  /// @param from the first byte of its place in the file
  /// @param to the byte after it
  public WeightsBuilder fact(Weights.Topic topic, String key, String value, long from, long to) {
    if (!value.isBlank() && facts.size() < Limits.FACTS) {
      // A licence that was cut is another licence.
      int most = topic == Weights.Topic.LICENCE ? Limits.LICENCE : Limits.FACT;
      String kept = value.length() > most ? value.substring(0, most) : value;
      facts.add(
          new Weights.HeaderFact(
              topic,
              key,
              kept,
              evidence(from, Math.min(to, from + Limits.FACT), key + ": " + kept)));
    }
    return this;
  }

  /// As {@link #fact}, and the same key and value count once.
  public WeightsBuilder once(Weights.Topic topic, String key, String value, long from, long to) {
    return said.add(key + "\n" + value) ? fact(topic, key, value, from, to) : this;
  }

  /// Adds what loading the file would execute, follow or trust; the same sentence counts once.
  public WeightsBuilder danger(String text, long from, long to) {
    if (said.add(text) && dangers.size() < Limits.FACTS) {
      dangers.add(new Note(Note.Kind.DANGER, text, List.of(evidence(from, to, ""))));
    }
    return this;
  }

  /// Adds that two things in the file do not agree.
  public WeightsBuilder disagrees(String text, long from, long to) {
    if (said.add(text) && dangers.size() < Limits.FACTS) {
      dangers.add(new Note(Note.Kind.DISAGREES, text, List.of(evidence(from, to, ""))));
    }
    return this;
  }

  /// Adds a remark on the file that is no danger, to stand with the dangers.
  public WeightsBuilder remark(String text, long from, long to) {
    if (said.add(text) && dangers.size() < Limits.FACTS) {
      dangers.add(new Note(Note.Kind.REMARK, text, List.of(evidence(from, to, ""))));
    }
    return this;
  }

  /// Evidence for a byte range of the file. At most {@link Limits#HASHED} bytes of it are named and
  /// hashed: its beginning shows which file it is.
  public Evidence evidence(long from, long to, String text) {
    long end = Math.min(Math.min(to, bytes.size()), from + Limits.HASHED);
    if (from < 0 || end <= from) {
      return new Evidence(source, entry.path(), new Span.Listing(), text, null);
    }
    String sha = TextFile.sha256(bytes.bytes(from, (int) (end - from)));
    return new Evidence(
        source, entry.path(), new Span.Bytes(from, end), text, new Digest(Digest.Scope.SPAN, sha));
  }

  // One page of the first large tensor whose bytes are in this file, against its type.
  private void content() {
    Tensor page = sample;
    if (page != null
        && status == Weights.Status.OK
        && page.offset() <= bytes.size() - Precision.SAMPLE) {
      Precision.check(page, bytes)
          .ifPresent(s -> disagrees(s, page.offset(), page.offset() + Precision.SAMPLE));
    }
    Tensor pages = packed;
    if (pages != null && status == Weights.Status.OK) {
      PackedContent.check(pages, bytes)
          .ifPresent(s -> disagrees(s, pages.offset(), pages.offset() + Precision.SAMPLE));
    }
  }

  /// The value.
  public Weights build() {
    content();
    countLast();
    lastType = null;
    return new Weights(
        entry.path(),
        List.of(entry.path()),
        format,
        status,
        reason,
        kind,
        tensors,
        counted ? learned : null,
        elementsByType,
        shards,
        quantisation,
        facts,
        dangers,
        0,
        evidence(headerFrom, headerTo, quote),
        listing);
  }
}
