package dev.assay.licences.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which words of a text are which words of a known licence. Anchored on runs of three words that
/// stand once in the licence, in rising order; the gaps between anchors are filled word by word.
/// The work is bounded: a gap too large to compare is one difference.
final class Alignment {
  /// The largest gap that is compared word by word, in pairs of words.
  private static final int LARGEST_GAP = 60_000;

  /// How many words beyond the outermost anchors are looked at.
  private static final int REACH = 300;

  /// A copyright notice of usual length, which may stand between a title and its licence, in words.
  private static final int LOOSE = 14;

  /// So many words in a row are no chance.
  private static final int RUN = 4;

  private final int[] file;
  private final char[] ref;
  private final Reference reference;
  private final int from;
  private final int to;

  /// For each word of the licence, the word of the text, or -1.
  private final int[] partner;

  private long cells;

  private Alignment(int[] file, int from, int to, Reference reference) {
    this.file = file;
    this.ref = reference.words();
    this.reference = reference;
    this.from = from;
    this.to = to;
    this.partner = new int[ref.length];
    Arrays.fill(partner, -1);
  }

  /// Aligns the words `from` to `to` of a text along anchors, each a word of the text and the word
  /// of the licence where an equal run of three begins, in the text's order.
  static Alignment of(
      int[] file,
      int from,
      int to,
      Reference reference,
      int[] anchorFile,
      int[] anchorRef,
      int anchors) {
    Alignment alignment = new Alignment(file, from, to, reference);
    alignment.anchor(anchorFile, anchorRef, anchors);
    alignment.cutOutliers();
    if (alignment.matched() > 0) {
      alignment.fillGaps();
      if (alignment.canBeNear()) {
        alignment.extendForward();
        alignment.extendBackward();
        alignment.cutLoose();
      }
    }
    return alignment;
  }

  /// Pairs of words compared, for tests of the bound.
  long cells() {
    return cells;
  }

  int matched() {
    int n = 0;
    for (int p : partner) {
      if (p >= 0) {
        n++;
      }
    }
    return n;
  }

  /// The word of the text that a word of the licence is, or -1.
  int partner(int word) {
    return partner[word];
  }

  private void anchor(int[] anchorFile, int[] anchorRef, int n) {
    int[] tail = new int[n];
    int[] before = new int[n];
    int longest = 0;
    for (int i = 0; i < n; i++) {
      int low = 0;
      int high = longest;
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (anchorRef[tail[mid]] < anchorRef[i]) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      before[i] = low == 0 ? -1 : tail[low - 1];
      tail[low] = i;
      longest = Math.max(longest, low + 1);
    }
    int[] chain = new int[longest];
    for (int i = longest == 0 ? -1 : tail[longest - 1], k = longest - 1;
        i >= 0;
        i = before[i], k--) {
      chain[k] = i;
    }
    keepTogether(chain, anchorFile, anchorRef, n);
    int lastFile = -1;
    int lastRef = -1;
    for (int i : chain) {
      for (int k = 0; k < 3; k++) {
        int f = anchorFile[i] + k;
        int r = anchorRef[i] + k;
        if (f > lastFile && r > lastRef) {
          partner[r] = f;
          lastFile = f;
          lastRef = r;
        }
      }
    }
  }

  /// Where a part of the licence stands twice in the text, takes the one that follows on, or else
  /// the nearest: a notice that the licence ends in is also that of other works, listed behind it.
  private static void keepTogether(int[] chain, int[] anchorFile, int[] anchorRef, int n) {
    for (int c = 1; c < chain.length; c++) {
      int before = chain[c - 1];
      int follows = anchorFile[before] + anchorRef[chain[c]] - anchorRef[before];
      if (follows < anchorFile[chain[c]]) {
        int other = Arrays.binarySearch(anchorFile, 0, n, follows);
        chain[c] =
            other >= 0 && anchorRef[other] == anchorRef[chain[c]]
                ? other
                : nearest(before, chain[c], anchorRef);
      }
    }
  }

  /// The first anchor behind another that is the same word of the licence as a later one, if it is
  /// not too far to look for.
  private static int nearest(int before, int later, int[] anchorRef) {
    int end = Math.min(later, before + NEAR);
    for (int at = before + 1; at < end; at++) {
      if (anchorRef[at] == anchorRef[later]) {
        return at;
      }
    }
    return later;
  }

  /// How many anchors are looked through for a nearer one.
  private static final int NEAR = 200;

  /// Drops a few anchors far away from all others: chance runs elsewhere in the text.
  private void cutOutliers() {
    boolean again = true;
    while (again) {
      again = false;
      int total = matched();
      int seen = 0;
      int lastRef = -1;
      for (int r = 0; r < ref.length && !again; r++) {
        if (partner[r] < 0) {
          continue;
        }
        if (lastRef >= 0) {
          int fileGap = partner[r] - partner[lastRef];
          int refGap = r - lastRef;
          if (fileGap > 40 && fileGap > 4 * refGap + 30) {
            int rest = total - seen;
            if (seen < rest && seen < 60 && seen * 6 < total) {
              Arrays.fill(partner, 0, r, -1);
              again = true;
            } else if (rest < seen && rest < 60 && rest * 6 < total) {
              Arrays.fill(partner, r, ref.length, -1);
              again = true;
            }
          }
        }
        seen++;
        lastRef = r;
      }
    }
  }

  private void fillGaps() {
    int lastRef = -1;
    for (int r = 0; r < ref.length; r++) {
      if (partner[r] < 0) {
        continue;
      }
      if (lastRef >= 0 && (r - lastRef > 1) && partner[r] - partner[lastRef] > 1) {
        fill(partner[lastRef] + 1, partner[r], lastRef + 1, r);
      }
      lastRef = r;
    }
  }

  private void fill(int fileFrom, int fileTo, int refFrom, int refTo) {
    int f = fileFrom;
    int r = refFrom;
    while (f < fileTo && r < refTo && file[f] == ref[r]) {
      partner[r++] = f++;
    }
    int fEnd = fileTo;
    int rEnd = refTo;
    while (f < fEnd && r < rEnd && file[fEnd - 1] == ref[rEnd - 1]) {
      partner[--rEnd] = --fEnd;
    }
    int rows = rEnd - r;
    int columns = fEnd - f;
    if (rows == 0 || columns == 0 || (long) rows * columns > LARGEST_GAP) {
      return;
    }
    cells += (long) rows * columns;
    short[][] longest = new short[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int k = columns - 1; k >= 0; k--) {
        longest[i][k] =
            file[f + k] == ref[r + i]
                ? (short) (longest[i + 1][k + 1] + 1)
                : (short) Math.max(longest[i + 1][k], longest[i][k + 1]);
      }
    }
    int i = 0;
    int k = 0;
    while (i < rows && k < columns) {
      if (file[f + k] == ref[r + i]) {
        partner[r + i++] = f + k++;
      } else if (longest[i + 1][k] >= longest[i][k + 1]) {
        i++;
      } else {
        k++;
      }
    }
  }

  int firstRef() {
    int r = 0;
    while (partner[r] < 0) {
      r++;
    }
    return r;
  }

  int lastRef() {
    int r = ref.length - 1;
    while (partner[r] < 0) {
      r--;
    }
    return r;
  }

  /// Whether words beyond the outermost anchors can still make this a version of the licence: most
  /// candidates only share phrases with the text, and are not worth looking further.
  private boolean canBeNear() {
    int most =
        matched() + Math.min(REACH, firstRef()) + Math.min(REACH, ref.length - 1 - lastRef());
    return most * 10 >= reference.needed() * 6;
  }

  private void extendForward() {
    int last = lastRef();
    extend(partner[last] + 1, last + 1, 1);
  }

  private void extendBackward() {
    int first = firstRef();
    extend(partner[first] - 1, first - 1, -1);
  }

  /// Goes on from the outermost match as far as agreement outweighs difference.
  private void extend(int fileAt, int refAt, int step) {
    int rows = Math.min(REACH, step > 0 ? ref.length - refAt : refAt + 1);
    int columns = Math.min(rows + rows / 4 + 20, step > 0 ? to - fileAt : fileAt - from + 1);
    if (rows <= 0 || columns <= 0) {
      return;
    }
    cells += (long) rows * columns;
    int[][] score = new int[rows + 1][columns + 1];
    for (int k = 1; k <= columns; k++) {
      score[0][k] = -k;
    }
    int bestRow = 0;
    int bestColumn = 0;
    for (int i = 1; i <= rows; i++) {
      int r = refAt + (i - 1) * step;
      int skip = reference.free(r) ? 0 : 1;
      int other = blank(r) ? 0 : 1;
      score[i][0] = score[i - 1][0] - skip;
      for (int k = 1; k <= columns; k++) {
        int best = Math.max(score[i - 1][k] - skip, score[i][k - 1] - other);
        if (file[fileAt + (k - 1) * step] == ref[r]) {
          best = Math.max(best, score[i - 1][k - 1] + 2);
        }
        score[i][k] = best;
        if (best > score[bestRow][bestColumn]) {
          bestRow = i;
          bestColumn = k;
        }
      }
    }
    int i = bestRow;
    int k = bestColumn;
    while (i > 0 && k > 0) {
      int r = refAt + (i - 1) * step;
      int f = fileAt + (k - 1) * step;
      if (file[f] == ref[r] && score[i][k] == score[i - 1][k - 1] + 2) {
        partner[r] = f;
        i--;
        k--;
      } else if (score[i][k] == score[i][k - 1] - (blank(r) ? 0 : 1)) {
        k--;
      } else {
        i--;
      }
    }
  }

  /// Drops words at either end that may be left out and stand far from the rest: those of a title
  /// or an appendix that the text before or behind the licence has by chance.
  private void cutLoose() {
    int first = firstRef();
    int last = lastRef();
    int kept = first;
    while (kept < last && (partner[kept] < 0 || reference.free(kept))) {
      kept++;
    }
    int good = kept;
    for (int r = kept - 1; r >= first; r--) {
      boolean follows = partner[r] >= 0 && partner[r + 1] == partner[r] + 1;
      if (follows && partner[good] - partner[r] <= LOOSE) {
        good = r;
      }
    }
    Arrays.fill(partner, first, good, -1);
    kept = last;
    while (kept > firstRef() && (partner[kept] < 0 || reference.free(kept))) {
      kept--;
    }
    int run = RUN;
    good = kept;
    for (int r = kept + 1; r <= last; r++) {
      boolean follows = partner[r] >= 0 && partner[r - 1] == partner[r] - 1;
      run = partner[r] < 0 ? 0 : follows ? run + 1 : 1;
      if (run >= RUN) {
        good = r;
      }
    }
    if (good < last) {
      Arrays.fill(partner, good + 1, last + 1, -1);
    }
  }

  /// Whether a name may stand at a word of the licence.
  private boolean blank(int r) {
    return (reference.flags()[r] & Reference.REPLACEABLE) != 0;
  }

  /// Every place where the two differ, in order; weights are not yet set.
  List<Difference> differences() {
    List<Difference> list = new ArrayList<>();
    int first = firstRef();
    int last = lastRef();
    if (first > 0) {
      list.add(new Difference(partner[first], partner[first], 0, first, 0));
    }
    int before = first;
    for (int r = first + 1; r <= last; r++) {
      if (partner[r] < 0) {
        continue;
      }
      if (r - before > 1 || partner[r] - partner[before] > 1) {
        list.add(new Difference(partner[before] + 1, partner[r], before + 1, r, 0));
      }
      before = r;
    }
    if (last < ref.length - 1) {
      list.add(new Difference(partner[last] + 1, partner[last] + 1, last + 1, ref.length, 0));
    }
    return list;
  }
}
