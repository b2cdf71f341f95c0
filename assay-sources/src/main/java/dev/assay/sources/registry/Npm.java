package dev.assay.sources.registry;

import dev.assay.io.ByteSource;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.model.Issue;
import dev.assay.sources.Contents;
import dev.assay.sources.Json;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.web.Checksum;
import dev.assay.sources.web.Parcels;
import dev.assay.sources.web.WebRequest;
import dev.assay.sources.web.WebRequest.Lasting;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Packages of npm, by the registry that npm's own configuration names. The licence that a package
/// states is read in its `package.json`, as a claim for the package.
public final class Npm implements SourceKind {
  private static final String SHORT_FORM = "application/vnd.npm.install-v1+json";

  @Override
  public List<String> forms() {
    return List.of("npm:[@scope/]name[@version]");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    return NpmName.parse(reference)
        .map(name -> {
          NpmSettings settings = NpmSettings.of(options.environment());
          String at = settings.registry(name).map(URI::getHost).orElse("(none)");
          String version = name.version() == null ? "the newest version" : name.version();
          return new Recognised(
              "the package " + name.name() + " of npm, " + version + ", from " + at,
              name.shortName(),
              (id, session) -> open(id, name, settings, session));
        });
  }

  @Override
  public Optional<String> pinned(String reference, String revision) {
    String version = revision.substring(0, (revision + " ").indexOf(' '));
    return NpmName.parse(reference).map(name -> name.at(version).reference());
  }

  private static Reached open(String id, NpmName name, NpmSettings settings, Session session) {
    try {
      Optional<URI> registry = settings.registry(name);
      if (registry.isEmpty()) {
        throw new NotHad(
            "npm's configuration names a registry that is no http(s) address", "", true);
      }
      return open(id, name, registry.get(), settings, session);
    } catch (NotHad e) {
      return e.reached();
    } catch (Malformed e) {
      return new Reached.Not("its archive cannot be read: " + e.describe(), "", false);
    }
  }

  private static Reached open(
      String id, NpmName name, URI registry, NpmSettings settings, Session session) throws NotHad {
    String wanted = name.version() == null ? "latest" : name.version();
    URI page = Registry.at(registry, name.name(), wanted);
    Json about = Registry.json(session, asking(page, settings)).orElse(Json.NONE);
    if (!about.get("dist").get("tarball").isHere()) {
      about = fromAll(name, wanted, registry, settings, session);
    }
    Json dist = about.get("dist");
    String version = about.get("version").text(wanted);
    String tarball = dist.get("tarball").text();
    if (tarball == null) {
      throw new NotHad("the registry names no archive of version " + version, "", false);
    }
    Checksum sum =
        Checksum.integrity(dist.get("integrity").text(""))
            .or(() -> Checksum.hex("sha1", dist.get("shasum").text("")))
            .orElse(null);
    URI archive = Registry.named(page, tarball);
    WebRequest request =
        WebRequest.whole(archive, 0, Lasting.FOR_EVER)
            .showing(settings.credential(archive))
            .named(page);
    return switch (new Parcels(session).fetch(request, sum)) {
      case Parcels.Fetched.Not(String reason, String next) ->
          throw new NotHad("its archive: " + reason, next, false);
      case Parcels.Fetched.Here(ByteSource bytes, String sha256) -> {
        var builder = new MappedTree.Builder(id);
        String file = archive.getPath() == null ? "" : archive.getPath();
        Contents.add(builder, name.reference(), file.substring(file.lastIndexOf('/') + 1), bytes);
        if (sum == null) {
          builder.issue(
              Issue.Severity.WARNING,
              "",
              "the registry gives no hash: it could not be checked",
              "");
        }
        String deprecated = about(about, "deprecated");
        if (!deprecated.isEmpty()) {
          builder.issue(
              Issue.Severity.NOTE, "", "its publisher calls it deprecated: " + deprecated, "");
        }
        String revision = FileNames.escape(version) + " sha256:" + sha256;
        yield new Reached.Tree(
            builder.build("npm package", name.reference(), revision, session.now()));
      }
    };
  }

  private static String about(Json about, String key) {
    String text = FileNames.escape(about.get(key).text("").strip());
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  private static WebRequest asking(URI page, NpmSettings settings) {
    return WebRequest.whole(page, Registry.MOST_PAGE, Lasting.ASK_AGAIN)
        .accepting("application/json")
        .showing(settings.credential(page));
  }

  /// The version out of the page of all versions: not every registry has a page for each, and what
  /// has none may be a package that is not there or a version that is not.
  private static Json fromAll(
      NpmName name, String wanted, URI registry, NpmSettings settings, Session session)
      throws NotHad {
    URI page = Registry.at(registry, name.name());
    Json all =
        Registry.json(session, asking(page, settings).accepting(SHORT_FORM)).orElse(Json.NONE);
    Json versions = all.get("versions");
    if (!versions.isHere()) {
      throw new NotHad("the registry has no package of this name", "look at the spelling", true);
    }
    Json found = versions.get(all.get("dist-tags").get(wanted).text(wanted));
    if (!found.isHere()) {
      throw new NotHad(
          "there is no version "
              + wanted
              + "; there are "
              + Registry.some(List.copyOf(versions.members().keySet())),
          "",
          true);
    }
    return found;
  }
}
