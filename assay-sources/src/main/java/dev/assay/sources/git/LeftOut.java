package dev.assay.sources.git;

import dev.assay.io.MediaNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// The files that a partial clone leaves at the server, and the fetching of those that are needed:
/// single objects, by their identifier, all at once where they are few bytes, and else one by one,
/// each within half of what is left of the bound, so that one large file does not take the place of
/// the others.
final class LeftOut {
  /// Files above this are left out at first, in bytes.
  static final long LARGER_THAN = 1 << 20;

  /// The most that single objects may weigh together, packed.
  static final long MOST = 256L << 20;

  private static final int MOST_ALONE = 32;
  private static final int MOST_TOGETHER = 2000;

  /// What a copy in the cache notes of what was left, in its configuration.
  private static final String SECTION = "assay";

  private static final String KEY = "left";

  private LeftOut() {}

  /// Fetches objects into the copy.
  interface Fetch {
    /// @param most the most bytes that may come
    /// @return what came of it
    Outcome objects(List<ObjectId> wanted, long most);
  }

  /// What came of a request for single objects.
  ///
  /// @param bytes how many came, whether they were of use or not
  record Outcome(Result result, long bytes) {}

  /// How a request for single objects ended.
  enum Result {
    HERE,
    TOO_MUCH,
    REFUSED
  }

  /// Fetches what is needed of the files that are not here, and notes in the copy why others are
  /// not.
  ///
  /// @param most the most bytes that may come
  static void fetch(Repository copy, ObjectId commit, long most, Fetch fetch) throws IOException {
    List<ObjectId> needed = missing(copy, commit);
    if (needed.isEmpty()) {
      return;
    }
    Outcome all =
        needed.size() > MOST_TOGETHER
            ? new Outcome(Result.TOO_MUCH, 0)
            : fetch.objects(needed, most / 2);
    String why = all.result() == Result.REFUSED ? "the server does not give single files" : "";
    if (all.result() == Result.TOO_MUCH) {
      oneByOne(needed, most - all.bytes(), fetch);
      why = "they would be more than " + (most >> 20) + " MiB";
    }
    if (!why.isEmpty()) {
      copy.getConfig().setString(SECTION, null, KEY, why);
      copy.getConfig().save();
    }
  }

  private static void oneByOne(List<ObjectId> needed, long most, Fetch fetch) {
    long left = most;
    for (ObjectId each : needed.subList(0, Math.min(needed.size(), MOST_ALONE))) {
      left -= fetch.objects(List.of(each), left / 2).bytes();
    }
  }

  /// The files of a commit that are not here and that a reader would ask for, by their names.
  private static List<ObjectId> missing(Repository copy, ObjectId commit) throws IOException {
    Set<ObjectId> missing = new LinkedHashSet<>();
    try (var revisions = new RevWalk(copy);
        ObjectReader reader = copy.newObjectReader();
        var walk = new TreeWalk(copy, reader)) {
      walk.addTree(revisions.parseCommit(commit).getTree());
      walk.setRecursive(true);
      for (int n = 0; walk.next() && n < CommitTree.MOST_ENTRIES; n++) {
        FileMode mode = walk.getFileMode(0);
        boolean file = !mode.equals(FileMode.GITLINK) && !mode.equals(FileMode.SYMLINK);
        if (file && !MediaNames.isOne(walk.getNameString()) && !reader.has(walk.getObjectId(0))) {
          missing.add(walk.getObjectId(0));
        }
      }
    }
    return new ArrayList<>(missing);
  }

  /// Why files of a repository are not here: a clause.
  static String why(Repository repository) {
    String noted = repository.getConfig().getString(SECTION, null, KEY);
    return noted == null ? "" : noted;
  }
}
