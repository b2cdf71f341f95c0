package dev.assay.licences.match;

/// Differences put into words.
record DifferenceNote(Sides sides) {
  /// A difference in words: what the text has, what the licence has there, and in which clause.
  String of(Difference d) {
    StringBuilder note = new StringBuilder();
    if (d.fileFrom() < d.fileTo()) {
      note.append("added \u201C").append(shown(d.fileFrom(), d.fileTo())).append('\u201D');
    }
    int missing = 0;
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      if (!sides.reference().free(r)) {
        missing++;
      }
    }
    if (missing > 0) {
      note.append(note.isEmpty() ? "missing " : " in place of ").append(missing(d));
    }
    return note.append(clause(d.refFrom())).toString();
  }

  /// In which clause a word of the licence stands.
  String clause(int r) {
    String clause = sides.reference().clauseAt(Math.min(r, sides.reference().size() - 1));
    return clause.isEmpty() ? "" : " (in clause " + clause + ")";
  }

  private String shown(int from, int to) {
    String words = sides.text().span(from, to - 1).replaceAll("\\s+", " ");
    return words.length() <= 200 ? words : words.substring(0, 199) + "\u2026";
  }

  /// What the licence has and the text lacks.
  String missing(Difference d) {
    StringBuilder words = new StringBuilder();
    int hidden = 0;
    int shown = 0;
    for (int r = d.refFrom(); r < d.refTo(); r++) {
      String word = sides.letters(r);
      if (word == null || shown >= 20) {
        hidden++;
        continue;
      }
      words.append(words.isEmpty() ? "" : " ").append(word);
      shown++;
    }
    if (words.isEmpty()) {
      return hidden == 1 ? "a word" : hidden + " words";
    }
    String quoted = "\u201C" + words + "\u201D";
    return hidden == 0
        ? quoted
        : quoted + " and " + (hidden == 1 ? "another word" : hidden + " other words");
  }
}
