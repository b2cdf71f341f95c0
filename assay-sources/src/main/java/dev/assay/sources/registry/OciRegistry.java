package dev.assay.sources.registry;

import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.sources.Json;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.store.OciImage;
import dev.assay.sources.store.OllamaLayers;
import dev.assay.sources.web.WebAnswer;
import dev.assay.sources.web.WebRequest;
import dev.assay.sources.web.WebRequest.Lasting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Artefacts of a registry that speaks the distribution protocol: models packed by ModelPack,
/// KitOps, Docker or Ollama, or any image. What a layer is declared to be names its file where
/// nothing else does; what it is, its content decides.
public final class OciRegistry implements SourceKind {
  private static final String ACCEPT =
      "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json, "
          + "application/vnd.docker.distribution.manifest.v2+json, "
          + "application/vnd.docker.distribution.manifest.list.v2+json";
  private static final int MOST_MANIFEST = 4 << 20;
  private static final int MOST_DEPTH = 3;

  @Override
  public List<String> forms() {
    return List.of("oci:registry/repository[:tag][@sha256:digest]");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    return OciName.parse(reference)
        .map(name ->
            new Recognised(
                "the artefact "
                    + name.repository()
                    + ", "
                    + name.wanted()
                    + ", of the registry "
                    + name.host(),
                name.shortName(),
                (id, session) -> open(id, name, session)));
  }

  @Override
  public Optional<String> pinned(String reference, String revision) {
    return reference.startsWith("oci:")
        ? OciName.parse(reference).map(name -> name.at(revision))
        : Optional.empty();
  }

  private record Manifest(Json json, String digest) {}

  private static Reached open(String id, OciName name, Session session) {
    try {
      var login = new OciLogin(session, name);
      Manifest top = manifest(name, name.wanted(), login);
      var blobs = new OciBlobs(name, login, session);
      var image = new OciImage(id, blobs);
      Manifest at = top;
      for (int depth = 0; depth < MOST_DEPTH && at.json().get("manifests").isHere(); depth++) {
        at = manifest(name, chosen(at.json(), image), login);
      }
      blobs.learn(at.json());
      if (at.json().get("manifests").isHere() || !at.json().get("layers").isHere()) {
        throw new NotHad("its manifest names no layers", "", false);
      }
      boolean ollama =
          at.json().get("layers").items().stream()
              .anyMatch(l -> l.get("mediaType").text("").startsWith("application/vnd.ollama."));
      if (ollama) {
        return new Reached.Tree(
            new OllamaLayers(id, blobs)
                .tree("ollama registry", name.reference(), at.json(), top.digest(), session.now()));
      }
      image.read(at.json(), "manifests/" + at.digest());
      papers(name, at.digest(), login, image);
      return new Reached.Tree(
          image
              .builder()
              .build("oci registry", name.reference(), "sha256:" + top.digest(), session.now()));
    } catch (NotHad e) {
      return e.reached();
    } catch (Malformed e) {
      return new Reached.Not("its manifest cannot be read: " + e.describe(), "", false);
    }
  }

  /// A manifest, whose digest must be the one asked for and the one that the registry states.
  private static Manifest manifest(OciName name, String wanted, OciLogin login) throws NotHad {
    boolean pinned = wanted.startsWith("sha256:");
    WebAnswer answer = login.get(asking(name, wanted));
    if (answer instanceof WebAnswer.Failed && pinned && !name.tag().isEmpty()) {
      // Offline, what was read by its tag is known by that; the digest decides all the same.
      answer = login.get(asking(name, name.tag()));
    }
    return switch (answer) {
      case WebAnswer.Failed(String reason) -> throw new NotHad(reason, "", false);
      case WebAnswer.Got got when got.status() == 401 || got.status() == 403 ->
          throw new NotHad(
              "it is not there, or private: registries give the same answer for both",
              "if it is private, log in with Docker's own client",
              false);
      case WebAnswer.Got got when got.status() == 404 ->
          throw new NotHad("the registry has no " + name.repository() + " " + wanted, "", true);
      case WebAnswer.Got got when !got.ok() ->
          throw new NotHad("the registry answered " + got.status(), "", false);
      case WebAnswer.Got got when got.cut() ->
          throw new NotHad("its manifest is longer than " + MOST_MANIFEST + " bytes", "", false);
      case WebAnswer.Got got -> {
        String digest = TextFile.sha256(got.body());
        String stated = got.header("docker-content-digest");
        boolean other = pinned && !wanted.equals("sha256:" + digest);
        boolean wrong =
            stated != null && stated.startsWith("sha256:") && !stated.equals("sha256:" + digest);
        if (other || wrong) {
          throw new NotHad("what was sent is not what its digest says", "", false);
        }
        yield new Manifest(Json.parse(got.body()), digest);
      }
    };
  }

  private static WebRequest asking(OciName name, String wanted) {
    Lasting lasting = wanted.startsWith("sha256:") ? Lasting.FOR_EVER : Lasting.ASK_AGAIN;
    return WebRequest.whole(at(name, "manifests", wanted), MOST_MANIFEST, lasting)
        .accepting(ACCEPT);
  }

  /// The first manifest of an index that is no attestation of another.
  private static String chosen(Json index, OciImage image) throws NotHad {
    var digests = new ArrayList<String>();
    for (Json each : index.get("manifests").items()) {
      boolean attests = each.get("annotations").get("vnd.docker.reference.type").isHere();
      String digest = each.get("digest").text("");
      if (!attests && dev.assay.sources.store.Blobs.sha256(digest) != null) {
        digests.add(digest);
      }
    }
    if (digests.isEmpty()) {
      throw new NotHad("its index names no image", "", false);
    }
    if (digests.size() > 1) {
      String said = "holds " + digests.size() + " images; the first was read";
      image.builder().issue(Issue.Severity.WARNING, "index", said, "name one by its digest");
      image.builder().partial(said);
    }
    return digests.getFirst();
  }

  /// Names signatures and other papers that the registry holds about it; they are not read.
  private static void papers(OciName name, String digest, OciLogin login, OciImage image)
      throws NotHad {
    var kinds = new TreeSet<String>();
    WebRequest referrers =
        WebRequest.whole(
            at(name, "referrers", "sha256:" + digest), MOST_MANIFEST, Lasting.ASK_AGAIN);
    if (login.get(referrers) instanceof WebAnswer.Got got && got.ok() && !got.cut()) {
      try {
        for (Json each : Json.parse(got.body()).get("manifests").items()) {
          kinds.add(FileNames.escape(each.get("artifactType").text("of no stated kind")));
        }
      } catch (Malformed e) {
        // A registry without this page may answer with another.
      }
    }
    WebRequest signature =
        WebRequest.whole(
                at(name, "manifests", "sha256-" + digest + ".sig"),
                MOST_MANIFEST,
                Lasting.ASK_AGAIN)
            .accepting(ACCEPT);
    if (login.get(signature) instanceof WebAnswer.Got got && got.ok()) {
      kinds.add("a signature by cosign");
    }
    if (!kinds.isEmpty()) {
      List<String> shown = kinds.stream().limit(5).toList();
      image
          .builder()
          .issue(
              Issue.Severity.NOTE,
              "",
              "the registry holds papers about it, which were not read: "
                  + String.join(", ", shown),
              "");
    }
  }

  private static URI at(OciName name, String kind, String what) {
    return URI.create(name.base() + "/v2/" + name.repository() + "/" + kind + "/" + what);
  }
}
