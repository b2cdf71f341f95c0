package dev.assay.profiles;

import dev.assay.profiles.MofEvaluator.Part;
import dev.assay.profiles.MofEvaluator.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A release as a publisher describes it to the Model Openness Tool, in the tool's YAML.
///
/// @param name the release's name
/// @param producer who made it
/// @param licences the licences that hold for a kind of thing: `distribution`, `code`, `data`,
///   `document`
/// @param components what is released
public record MofRecord(
    String name, String producer, Map<String, String> licences, List<Entry> components) {
  public MofRecord {
    licences = Map.copyOf(licences);
    components = List.copyOf(components);
  }

  /// One component.
  ///
  /// @param name its name in the framework
  /// @param licence its own licence; empty where the record has the key and no licence; absent
  ///   where the record leaves it to the licences of the kind
  /// @param path where it is
  public record Entry(String name, Optional<String> licence, String path) {}

  /// What came of reading a record.
  public sealed interface Reading {}

  /// The record.
  public record Read(MofRecord record) implements Reading {}

  /// The text is no such record.
  ///
  /// @param reason one line with file, line and column
  public record Refused(String reason) implements Reading {}

  /// Reads a record. Keys that the framework does not use are passed over, as its own tool does.
  ///
  /// @param file the file's name, for messages
  public static Reading read(String file, String text) {
    try {
      YamlTree release = YamlTree.parse(file, text).need("release");
      var licences = new LinkedHashMap<String, String>();
      YamlTree l = release.map().get("license");
      if (l != null && l.isMap()) {
        for (var entry : l.map().entrySet()) {
          if (entry.getValue().isMap()) {
            entry.getValue().get("name").ifPresent(n -> licences.put(entry.getKey(), n.text()));
          }
        }
      }
      var components = new ArrayList<Entry>();
      for (YamlTree c : release.need("components").list()) {
        YamlTree licence = c.map().get("license");
        components.add(
            new Entry(
                c.need("name").text(),
                licence == null
                    ? Optional.empty()
                    : Optional.of(licence.isNull() ? "" : licence.text()),
                c.get("component_path").map(YamlTree::text).orElse("")));
      }
      return new Read(
          new MofRecord(
              release.need("name").text(),
              release.get("producer").map(YamlTree::text).orElse(""),
              licences,
              components));
    } catch (BadFile e) {
      return new Refused(e.line());
    }
  }

  private String licence(Entry entry, Part part) {
    return entry.licence.orElseGet(
        () -> licences.getOrDefault(part.type(), licences.getOrDefault("distribution", "")));
  }

  /// The licence that the record gives a component, its own or that of its kind; nothing where the
  /// component is not in it.
  Optional<String> licence(Part part) {
    return components.stream()
        .filter(e -> e.name.equals(part.name()))
        .findFirst()
        .map(e -> licence(e, part));
  }

  /// What each component counts as: its own licence, else that of its kind, else that of the whole;
  /// by the exact identifier, as the tool does it.
  Map<String, Status> statuses(List<Part> parts, java.util.function.Predicate<String> open) {
    var statuses = new LinkedHashMap<String, Status>();
    for (Entry entry : components) {
      for (Part part : parts) {
        if (part.name().equals(entry.name)) {
          String licence = licence(entry, part);
          boolean none = licence.isEmpty() || licence.equals("unlicensed");
          statuses.put(
              part.name(),
              none ? Status.UNLICENSED : open.test(licence) ? Status.INCLUDED : Status.INVALID);
        }
      }
    }
    return statuses;
  }
}
