package dev.assay.cli;

import dev.assay.model.Assessment;
import dev.assay.profiles.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Definitions of open that a user brings along.
final class ProfileOptions {
  /// Longer than any definition that a person reads.
  private static final long MOST_BYTES = 1 << 20;

  @Option(
      names = "--profiles",
      paramLabel = "FILE|DIR",
      description =
          "Definitions of your own, in YAML; may be given several times. One with the identifier"
              + " of a built-in definition takes its place.")
  private List<Path> paths = new ArrayList<>();

  /// The definitions, those of the user after those that come with Assay; nothing, with the reason
  /// printed, where one cannot be read.
  Optional<Profiles> load(Terminal terminal) {
    Profiles profiles = Profiles.builtIn();
    for (Path path : paths) {
      List<Path> files;
      try {
        files = files(path);
      } catch (IOException e) {
        terminal.error(FileTrouble.reading(path, e));
        return Optional.empty();
      }
      if (files.isEmpty()) {
        terminal.error(path + ": there is no definition (*.yaml, *.yml) in this folder");
        return Optional.empty();
      }
      for (Path file : files) {
        Optional<Profiles> more = add(profiles, file, terminal);
        if (more.isEmpty()) {
          return more;
        }
        profiles = more.get();
      }
    }
    return Optional.of(profiles);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> list = Files.list(path)) {
      return list.filter(
              f -> {
                String name = f.getFileName().toString().toLowerCase(Locale.ROOT);
                return Files.isRegularFile(f) && (name.endsWith(".yaml") || name.endsWith(".yml"));
              })
          .sorted()
          .toList();
    }
  }

  private static Optional<Profiles> add(Profiles profiles, Path file, Terminal terminal) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        terminal.error(file + ": larger than a definition may be (" + MOST_BYTES + " bytes)");
        return Optional.empty();
      }
      return switch (profiles.with(file)) {
        case Profiles.Added(Profiles added, String id) -> Optional.of(added);
        case Profiles.Refused(String reason) -> {
          terminal.error(reason);
          yield Optional.empty();
        }
      };
    } catch (IOException e) {
      terminal.error(FileTrouble.reading(file, e));
      return Optional.empty();
    }
  }

  /// What gives an assessment the verdicts of the user's definitions too; nothing, with the reason
  /// printed, where one cannot be read. Loads nothing where the user brought none.
  Optional<UnaryOperator<Assessment>> own(Terminal terminal) {
    return paths.isEmpty()
        ? Optional.of(UnaryOperator.identity())
        : load(terminal).map(p -> a -> a.withProfiles(p.of(a)));
  }

  /// The assessment with the verdicts of these definitions; as it is where the user brought none.
  Assessment judge(Profiles profiles, Assessment assessment) {
    return paths.isEmpty() ? assessment : assessment.withProfiles(profiles.of(assessment));
  }
}
