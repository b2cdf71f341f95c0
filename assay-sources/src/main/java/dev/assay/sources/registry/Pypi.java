package dev.assay.sources.registry;

import dev.assay.io.ByteSource;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.model.Issue;
import dev.assay.sources.Contents;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.web.Parcels;
import dev.assay.sources.web.WebAnswer;
import dev.assay.sources.web.WebRequest;
import dev.assay.sources.web.WebRequest.Lasting;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Packages of Python, from the index that pip's own configuration names. The licence that a
/// package states is read in its metadata, as a claim for the package.
public final class Pypi implements SourceKind {
  private static final String ACCEPT =
      "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, "
          + "text/html;q=0.1";

  @Override
  public List<String> forms() {
    return List.of("pypi:name[==version]");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    return PypiName.parse(reference)
        .map(name -> {
          PypiSettings settings = PypiSettings.of(options.environment());
          URI index = settings.index();
          String version = name.version() == null ? "the newest version" : name.version();
          return new Recognised(
              "the package "
                  + name.name()
                  + " of Python's index, "
                  + version
                  + ", from "
                  + (index == null ? "(none)" : index.getHost()),
              name.name(),
              (id, session) -> open(id, name, settings, session));
        });
  }

  @Override
  public Optional<String> pinned(String reference, String revision) {
    String version = revision.substring(0, (revision + " ").indexOf(' '));
    return PypiName.parse(reference).map(name -> name.at(version).reference());
  }

  private static Reached open(String id, PypiName name, PypiSettings settings, Session session) {
    try {
      URI index = settings.index();
      if (index == null) {
        throw new NotHad("pip's configuration names an index that is no http(s) address", "", true);
      }
      return open(id, name, index, settings, session);
    } catch (NotHad e) {
      return e.reached();
    } catch (Malformed e) {
      return new Reached.Not("it cannot be read: " + e.describe(), "", false);
    }
  }

  private static Reached open(
      String id, PypiName name, URI index, PypiSettings settings, Session session) throws NotHad {
    URI page = URI.create(Registry.at(index, name.name()) + "/");
    WebAnswer.Got got =
        Registry.page(
                session,
                WebRequest.whole(page, Registry.MOST_PAGE, Lasting.ASK_AGAIN)
                    .accepting(ACCEPT)
                    .showing(settings.credential()))
            .orElseThrow(() ->
                new NotHad("the index has no package of this name", "look at the spelling", true));
    PypiIndex files = PypiIndex.of(got, name.name());
    List<String> versions = files.versions();
    if (versions.isEmpty()) {
      throw new NotHad("the index names no file of it", "", false);
    }
    String version = name.version() == null ? versions.getLast() : name.version();
    PypiIndex.File file =
        files
            .best(version)
            .orElseThrow(() ->
                new NotHad(
                    "there is no version " + version + "; there are " + Registry.some(versions),
                    "",
                    true));
    URI archive = Registry.named(got.last(), file.url());
    boolean same = String.valueOf(archive.getAuthority()).equals(index.getAuthority());
    WebRequest request = WebRequest.whole(archive, 0, Lasting.FOR_EVER).named(page);
    return switch (new Parcels(session)
        .fetch(same ? request.showing(settings.credential()) : request, file.sum().orElse(null))) {
      case Parcels.Fetched.Not(String reason, String next) ->
          throw new NotHad("its archive: " + reason, next, false);
      case Parcels.Fetched.Here(ByteSource bytes, String sha256) -> {
        var builder = new MappedTree.Builder(id);
        Contents.add(builder, name.reference(), file.name(), bytes);
        if (file.sum().isEmpty()) {
          builder.issue(
              Issue.Severity.WARNING, "", "the index gives no hash: it could not be checked", "");
        }
        others(builder, files, file, version);
        yield new Reached.Tree(
            builder.build(
                "pypi package",
                name.reference(),
                FileNames.escape(version) + " sha256:" + sha256,
                session.now()));
      }
    };
  }

  /// A release may have a source archive beside the wheel, with more in it.
  private static void others(
      MappedTree.Builder builder, PypiIndex files, PypiIndex.File read, String version) {
    List<String> others =
        files.files().stream()
            .filter(f -> f.version().equals(version) && f != read && !f.wheel())
            .map(PypiIndex.File::name)
            .toList();
    if (!others.isEmpty()) {
      builder.issue(
          Issue.Severity.NOTE,
          "",
          FileNames.escape(read.name()) + " was read, " + Registry.some(others) + " was not",
          "fetch that and name it as a source of its own");
    }
  }
}
