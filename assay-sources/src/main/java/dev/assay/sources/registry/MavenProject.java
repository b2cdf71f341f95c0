package dev.assay.sources.registry;

import dev.assay.io.SourceFact;
import dev.assay.io.TextFile;
import dev.assay.io.Xml;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Issue;
import dev.assay.model.Span;
import dev.assay.sources.MappedTree;
import java.util.List;
import java.util.Optional;

/// A project file of Maven: what it says of the package. Licences that it does not state are those
/// of its parent project, as Maven itself takes them.
final class MavenProject {
  private static final int MOST_PARENTS = 8;

  private final String file;
  private final byte[] text;
  private final Xml root;

  /// @throws dev.assay.io.Malformed when it is no XML
  MavenProject(String file, byte[] text) {
    this.file = file;
    this.text = text;
    this.root = Xml.parse(text);
  }

  String packaging() {
    return root.get("packaging").text();
  }

  /// Notes the licences that it states, or that the nearest parent states which states any.
  void licences(MappedTree.Builder builder, MavenFiles files) throws NotHad {
    MavenProject at = this;
    for (int n = 0; n <= MOST_PARENTS; n++) {
      List<Xml> licences = at.root.get("licenses").all("license");
      if (!licences.isEmpty()) {
        for (Xml licence : licences) {
          at.note(licence, builder);
        }
        return;
      }
      Xml parent = at.root.get("parent");
      Optional<MavenName> name =
          MavenName.parse(
              "maven:"
                  + parent.get("groupId").text()
                  + ":"
                  + parent.get("artifactId").text()
                  + ":"
                  + parent.get("version").text());
      if (name.isEmpty()) {
        return;
      }
      String pom = name.get().file(".pom");
      Optional<byte[]> next =
          files.text(name.get().folder() + "/" + name.get().version() + "/" + pom);
      if (next.isEmpty()) {
        builder.issue(
            Issue.Severity.WARNING,
            "",
            "its parent project " + pom + " could not be read: a licence may stand there",
            "");
        return;
      }
      at = new MavenProject(pom, next.get());
    }
  }

  private void note(Xml licence, MappedTree.Builder builder) {
    String name = licence.get("name").text();
    String value = name.isEmpty() ? licence.get("url").text() : name;
    String quote = "<license><name>" + name + "</name>";
    var span = new Span.Lines(Math.max(1, licence.line()), Math.max(1, licence.line()));
    var digest = new Digest(Digest.Scope.FILE, TextFile.sha256(text));
    builder.fact(
        new SourceFact(
            SourceFact.Kind.PACKAGE_LICENCE,
            value,
            new Evidence(builder.id(), file, span, quote, digest)));
  }
}
