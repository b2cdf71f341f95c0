package dev.assay.sources.registry;

import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.Xml;
import dev.assay.model.Issue;
import dev.assay.sources.Contents;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Artefacts of Maven, from the repositories that Maven's own settings name. The licences of the
/// project file are claims for the package; what lies in the archive is read as it is.
public final class Maven implements SourceKind {
  /// Packagings that are the ending of the file as well; the others make a jar.
  private static final Set<String> ENDINGS = Set.of("war", "ear", "aar", "nar", "zip", "tar.gz");

  @Override
  public List<String> forms() {
    return List.of("maven:group:artifact[:version[:classifier]]");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    return MavenName.parse(reference)
        .map(name -> {
          MavenSettings settings = MavenSettings.of(options.environment());
          String version = name.version() == null ? "the newest version" : name.version();
          return new Recognised(
              "the artefact "
                  + name.group()
                  + ":"
                  + name.artifact()
                  + " of Maven, "
                  + version
                  + ", from the local repository or "
                  + (settings.remote().isEmpty()
                      ? "nowhere else"
                      : settings.remote().getFirst().uri().getHost()),
              name.artifact(),
              (id, session) -> open(id, name, settings, session));
        });
  }

  @Override
  public Optional<String> pinned(String reference, String revision) {
    String version = revision.substring(0, (revision + " ").indexOf(' '));
    return reference.startsWith("maven:")
        ? MavenName.parse(reference).map(name -> name.at(version).reference())
        : Optional.empty();
  }

  private static Reached open(String id, MavenName asked, MavenSettings settings, Session session) {
    try {
      var files = new MavenFiles(settings, session);
      MavenName name = asked.version() == null ? asked.at(newest(asked, files)) : asked;
      return open(id, asked, name, files, session);
    } catch (NotHad e) {
      return e.reached();
    } catch (Malformed e) {
      return new Reached.Not("it cannot be read: " + e.describe(), "", false);
    }
  }

  private static Reached open(
      String id, MavenName asked, MavenName name, MavenFiles files, Session session) throws NotHad {
    String folder = name.folder() + "/" + name.version() + "/";
    Optional<byte[]> pom = files.text(folder + name.file(".pom"));
    if (pom.isEmpty()) {
      throw missing(name, files);
    }
    var builder = new MappedTree.Builder(id);
    var project = new MavenProject(name.file(".pom"), pom.get());
    String packaging = project.packaging();
    if (packaging.equals("pom") && name.type().isEmpty() && name.classifier().isEmpty()) {
      throw new NotHad("it is a project file alone, without an archive", "", true);
    }
    String ending =
        name.type().isEmpty() ? (ENDINGS.contains(packaging) ? packaging : "jar") : name.type();
    String tail = (name.classifier().isEmpty() ? "" : "-" + name.classifier()) + "." + ending;
    MavenFiles.File file =
        files
            .file(folder + name.file(tail))
            .orElseThrow(() ->
                new NotHad("there is no " + name.file(tail) + " in the repository", "", true));
    Contents.add(builder, name.reference(), name.file(tail), file.bytes());
    project.licences(builder, files);
    if (!file.checked() && !file.local()) {
      builder.issue(
          Issue.Severity.WARNING, "", "the repository gives no hash: it could not be checked", "");
    }
    return new Reached.Tree(
        builder.build(
            "maven artefact",
            asked.reference(),
            name.version() + " sha256:" + file.sha256(),
            session.now()));
  }

  private static String newest(MavenName name, MavenFiles files) throws NotHad {
    Xml versioning = metadata(name, files).get("versioning");
    String release = versioning.get("release").text();
    String newest = release.isEmpty() ? versioning.get("latest").text() : release;
    if (newest.isEmpty() || MavenName.parse(name.at(newest).reference()).isEmpty()) {
      throw new NotHad(
          "no repository knows a release of it", "look at the spelling, or name a version", true);
    }
    return newest;
  }

  private static Xml metadata(MavenName name, MavenFiles files) throws NotHad {
    Optional<byte[]> page = files.changing(name.folder() + "/maven-metadata.xml");
    return page.isEmpty() ? Xml.NONE : Xml.parse(page.get());
  }

  private static NotHad missing(MavenName name, MavenFiles files) throws NotHad {
    List<String> versions =
        metadata(name, files).get("versioning").get("versions").all("version").stream()
            .map(Xml::text)
            .toList();
    String version = FileNames.escape(String.valueOf(name.version()));
    return versions.isEmpty()
        ? new NotHad("no repository has it", "look at the spelling", true)
        : new NotHad(
            "there is no version " + version + "; there are " + Registry.some(versions), "", true);
  }
}
