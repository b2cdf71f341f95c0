package dev.assay.engine;

import dev.assay.engine.RebuildStatement.Named;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.model.Claim;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import dev.assay.model.State;
import dev.assay.model.Weights;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Holds statements of rebuilds against the files that are here.
///
/// A statement is a claim by whoever makes it, and the publisher of a release can put one into it.
/// So it proves nothing by lying there: the weights count as rebuilt, proof level 4, when the user
/// names the statement as one that they accept, it states one of the verdicts that prove with a
/// recipe that is not substituted, every weights file that counts has the digest that it states,
/// and none of its materials is here with another digest.
final class RebuildJudge {
  private static final int BUFFER = 1 << 20;

  private final List<FileTree> trees;
  private final List<Weights> artefacts;
  private final Progress progress;
  private final Map<String, String> hashes = new HashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Set<String> proved = new HashSet<>();
  private final List<Note> notes = new ArrayList<>();

  RebuildJudge(List<FileTree> trees, List<Weights> artefacts, Progress progress) {
    this.trees = trees;
    this.artefacts =
        artefacts.stream()
            .filter(w -> w.status() == Weights.Status.OK && SetAside.reason(w).isEmpty())
            .filter(w ->
                switch (w.kind()) {
                  case MODEL, ADAPTER, COMPONENT -> true;
                  case VOCABULARY, CHECKPOINT, OTHER -> false;
                })
            .toList();
    this.progress = progress;
  }

  /// What was claimed, each with whether the files bear it out.
  List<Claim> claims() {
    return claims;
  }

  /// The finding for the weights, with what is stated of rebuilds.
  Finding judge(Finding weights, List<RebuildStatement> statements) {
    for (RebuildStatement s : statements) {
      look(s);
    }
    Finding f = weights;
    for (Note note : notes) {
      f = f.withNote(note);
    }
    boolean all =
        !artefacts.isEmpty()
            && artefacts.stream().flatMap(w -> w.files().stream()).allMatch(proved::contains);
    return all && f.state() == State.PRESENT && f.complete() ? f.withLevel(ProofLevel.REBUILT) : f;
  }

  private void look(RebuildStatement s) {
    List<String> same = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Named subject : s.subjects()) {
      for (String file : named(subject.name())) {
        String is = subject.sha256().isEmpty() ? "" : sha256(file);
        if (is.isEmpty()) {
          continue;
        }
        if (is.equals(subject.sha256())) {
          same.add(file);
        } else {
          wrong.add(file + " has SHA-256 " + is + ", not " + subject.sha256());
        }
      }
    }
    // Files of one name in two folders: the statement is about the one that it fits.
    if (!same.isEmpty()) {
      wrong.clear();
    }
    List<String> others = new ArrayList<>();
    List<String> inputs = new ArrayList<>();
    materials(s, same, inputs, others);
    wrong.addAll(others);
    if (!wrong.isEmpty()) {
      add(s, Claim.Verdict.CONTRADICTED, "It is about other files: " + String.join("; ", wrong));
    } else if (same.isEmpty()) {
      add(s, Claim.Verdict.UNDECIDABLE, "None of the files that it is about is here");
    } else {
      fits(s, same, inputs);
    }
  }

  private void fits(RebuildStatement s, List<String> same, List<String> inputs) {
    String here =
        "the digest of "
            + String.join(", ", same)
            + " is the stated one"
            + (inputs.isEmpty() ? "" : ", as are those of " + String.join(", ", inputs));
    notes.add(
        new Note(
            s.proves() ? Note.Kind.AGREES : Note.Kind.REMARK,
            "Rebuilt, states "
                + s.who()
                + (s.finished().isBlank() ? "" : " on " + s.finished())
                + ": "
                + s.verdict()
                + "; "
                + here,
            List.of(s.evidence())));
    if (!s.proves()) {
      add(s, Claim.Verdict.UNDECIDABLE, "Such a verdict proves nothing; " + here);
    } else if (s.accepted()) {
      proved.addAll(same);
      add(s, Claim.Verdict.CONFIRMED, "You accept it, and " + here);
    } else {
      add(
          s,
          Claim.Verdict.UNDECIDABLE,
          "It lies in what was inspected, where anybody could put it"
              + (s.signed() ? ", and its signature was not checked" : "")
              + "; "
              + here
              + "; rebuild it, or name the statement with --accept-rebuild if you trust "
              + s.who());
    }
  }

  private void add(RebuildStatement s, Claim.Verdict verdict, String reason) {
    claims.add(
        new Claim(
            Claim.Kind.REBUILD,
            s.who() + " states a rebuild of the weights: " + s.verdict(),
            s.evidence(),
            verdict,
            reason,
            List.of()));
  }

  /// The release's weights files of that name.
  private List<String> named(String name) {
    return artefacts.stream()
        .flatMap(w -> w.files().stream())
        .filter(f -> f.equals(name) || f.endsWith("/" + name))
        .distinct()
        .toList();
  }

  /// Materials that the statement takes from the release itself, by their path in it.
  private void materials(
      RebuildStatement s, List<String> weights, List<String> same, List<String> others) {
    String root = weights.isEmpty() ? "" : folder(weights.getFirst());
    for (Named m : s.materials()) {
      if (m.name().isEmpty() || m.name().contains(":")) {
        continue;
      }
      for (String path : List.of(m.name(), root + m.name())) {
        String stated = m.tree().isEmpty() ? m.sha256() : m.tree();
        String is = m.tree().isEmpty() ? sha256(path) : tree(path);
        if (is.isEmpty() || stated.isEmpty()) {
          continue;
        }
        if (is.equals(stated)) {
          same.add(m.name());
        } else {
          others.add(path + " is not the material that it was made from (" + is + ")");
        }
        break;
      }
    }
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /// The hash of a file that is here; empty when it is not, or cannot be read.
  private String sha256(String path) {
    return hashes.computeIfAbsent(path, p -> entry(p).map(this::hash).orElse(""));
  }

  /// A folder's digest as recipes define it; empty when nothing of it is here.
  private String tree(String folder) {
    for (FileTree tree : trees) {
      var files = new TreeMap<String, String>();
      for (FileEntry e : tree.files()) {
        if (e.path().startsWith(folder + "/") && e.kind() == FileEntry.Kind.FILE) {
          files.put(e.path().substring(folder.length() + 1), hash(new Here(tree, e)));
        }
      }
      if (!files.isEmpty()) {
        MessageDigest sha = digest();
        files.forEach((path, hash) ->
            sha.update((hash + "  " + path + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
      }
    }
    return "";
  }

  private record Here(FileTree tree, FileEntry entry) {}

  private Optional<Here> entry(String path) {
    for (FileTree tree : trees) {
      for (FileEntry e : tree.files()) {
        if (e.path().equals(path) && e.kind() == FileEntry.Kind.FILE) {
          return Optional.of(new Here(tree, e));
        }
      }
    }
    return Optional.empty();
  }

  private String hash(Here file) {
    MessageDigest sha = digest();
    try (ByteSource bytes = file.tree().open(file.entry())) {
      byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, bytes.size()))];
      for (long at = 0; at < bytes.size(); at += buffer.length) {
        int n = (int) Math.min(buffer.length, bytes.size() - at);
        progress.reading(at >> 20, bytes.size() >> 20, "MiB of " + file.entry().path());
        bytes.read(at, ByteBuffer.wrap(buffer, 0, n));
        sha.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (Malformed | UncheckedIOException e) {
      return "";
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
