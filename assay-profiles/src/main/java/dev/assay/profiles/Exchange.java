package dev.assay.profiles;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProfileVerdict.Outcome;
import dev.assay.model.State;
import dev.assay.profiles.GradedProfile.Grading;
import dev.assay.profiles.MofProfile.Mapped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Drafts for the definitions that take submissions, in their own YAML: the Model Openness Tool's
/// and the European index's. A person reads and completes them; what a program cannot know is left
/// empty.
public final class Exchange {
  private Exchange() {}

  /// The class and progress of a record in the Model Openness Tool's format.
  ///
  /// @param group 1, 2, 3, or 0 for unclassified
  /// @param words the class in the framework's words
  /// @param progress per cent for classes I, II and III
  public record MofClass(int group, String words, List<Double> progress) {
    public MofClass {
      progress = List.copyOf(progress);
    }
  }

  /// Evaluates a record by the framework's rules alone, as its own tool does.
  public static MofClass classify(MofRecord record) {
    var loaded = mof();
    var result = ((MofProfile) loaded.profile()).evaluate(record, loaded.sets());
    return new MofClass(
        result.group(),
        result.words(),
        List.of(1, 2, 3).stream()
            .map(k -> Optional.ofNullable(result.progress().get(k)).orElse(0.0))
            .toList());
  }

  private static ProfileFile.Loaded mof() {
    return Profiles.builtIn().loaded("mof-1.0").orElseThrow();
  }

  /// Writes a record for the Model Openness Tool: the components that are released, each with its
  /// own licence as found, never one taken over from the whole.
  public static void writeMof(Assessment a, Appendable out) {
    var loaded = mof();
    var profile = (MofProfile) loaded.profile();
    var facts = new Facts(a, loaded.sets());
    var yaml = new YamlOut(out);
    yaml.comment(
        "A draft from the files of the release. Fill in what is empty, and read the rest.");
    yaml.key(0, "framework");
    yaml.value(1, "name", "Model Openness Framework");
    yaml.value(1, "version", "1.0");
    yaml.value(1, "date", "2024-12-15");
    yaml.key(0, "release");
    yaml.value(1, "name", a.name().isEmpty() ? "unnamed" : a.name());
    yaml.value(1, "producer", "");
    yaml.line(1, "license: {}");
    var released =
        profile.parts().stream()
            .filter(m -> facts.presence(m.component(), m.presence()).outcome() == Outcome.MET)
            .toList();
    if (released.isEmpty()) {
      yaml.line(1, "components: []");
      return;
    }
    yaml.key(1, "components");
    for (Mapped m : released) {
      component(yaml, m, a.finding(m.component()));
    }
  }

  private static void component(YamlOut yaml, Mapped m, Finding f) {
    yaml.item(2, "name", m.part().name());
    yaml.value(3, "description", f.summary());
    LicenceOf l = f.licence();
    boolean none = l.status() == LicenceOf.Status.NONE || l.expression().equals("NOASSERTION");
    yaml.value(3, "license", none ? "unlicensed" : l.expression());
    switch (l.status()) {
      case FOUND, NONE -> {}
      case INHERITED -> yaml.note(3, "inherited from " + l.from());
      case CLAIMED -> yaml.note(3, "only claimed: no licence text covers it");
      case CONFLICT -> yaml.note(3, "places disagree; this is the strictest");
    }
    if (!l.evidence().isEmpty()) {
      yaml.value(3, "license_path", l.evidence().getFirst().path());
    }
    String place =
        address(f).or(() -> f.evidence().stream().map(Evidence::path).findFirst()).orElse("");
    if (!place.isEmpty()) {
      yaml.value(3, "component_path", place);
    }
  }

  /// Writes an entry for the European Open Source AI Index: for each dimension the grade that the
  /// files prove, with the place; where a person could find more, the note says so.
  public static void writeOsai(Assessment a, Appendable out) {
    var loaded = Profiles.builtIn().loaded("osai-index").orElseThrow();
    var yaml = new YamlOut(out);
    yaml.line(0, "---");
    yaml.comment(
        "A draft from the files of the release. Fill in what is empty, and read the rest.");
    yaml.key(0, "system");
    yaml.value(1, "name", a.name());
    for (String key : List.of("link", "type", "performanceclass", "basemodelname")) {
      yaml.key(1, key);
    }
    yaml.value(1, "endmodelname", a.name());
    String licence = a.finding(Component.WEIGHTS).licence().expression();
    yaml.value(1, "endmodellicense", licence.equals("NOASSERTION") ? "" : licence);
    yaml.key(1, "releasedate").key(1, "notes");
    yaml.key(0, "org").key(1, "name").key(1, "link").key(1, "notes");
    for (Grading g : ((GradedProfile) loaded.profile()).grades(new Facts(a, loaded.sets()))) {
      yaml.key(0, g.dimension().id());
      yaml.value(1, "class", g.low().words());
      yaml.value(1, "link", link(a, g.telling().components()));
      String more =
          g.low() == g.high() ? "" : " Could be " + g.high().words() + ": a person decides.";
      yaml.value(1, "notes", g.telling().reason() + "." + more);
    }
  }

  private static String link(Assessment a, Set<Component> components) {
    return components.stream()
        .sorted()
        .map(a::finding)
        .flatMap(
            f -> Stream.concat(address(f).stream(), f.evidence().stream().map(Evidence::place)))
        .findFirst()
        .orElse("");
  }

  /// The address that a linked component's summary gives.
  private static Optional<String> address(Finding f) {
    int from = f.state() == State.LINKED ? f.summary().indexOf("https://") : -1;
    if (from < 0) {
      return Optional.empty();
    }
    int to = from;
    while (to < f.summary().length() && " ,;\"'<>)".indexOf(f.summary().charAt(to)) < 0) {
      to++;
    }
    return Optional.of(f.summary().substring(from, to));
  }
}
