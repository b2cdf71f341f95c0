package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import java.util.List;

/// Evidence on a page: folded up, with its place; unfolded, with its quotation and hash.
///
/// @param a the assessment, for the names of its sources
/// @param html the page
record HtmlEvidence(Assessment a, Html html) {

  void unfold(String title, List<Evidence> evidence) {
    unfold(title, evidence, "");
  }

  /// Evidence with a sentence before it; nothing at all where there is neither.
  void unfold(String title, List<Evidence> evidence, String sentence) {
    if (evidence.isEmpty() && sentence.isEmpty()) {
      return;
    }
    html.open("details").open("summary").text(title);
    if (!evidence.isEmpty()) {
      html.text(": ").space().foreign("code", Words.place(a, evidence.getFirst()));
      if (evidence.size() > 1) {
        html.space().text("and " + (evidence.size() - 1) + " more");
      }
    }
    html.close();
    if (!sentence.isEmpty()) {
      html.element("p", sentence);
    }
    for (Evidence e : evidence) {
      html.open("p").foreign("code", Words.place(a, e));
      Digest digest = e.digest();
      if (digest != null) {
        html.space();
        html.open("span", "class", "soft hash").text(digest(digest)).close();
      }
      html.close();
      if (!e.quote().isBlank()) {
        html.open("blockquote").open("bdi").lines(e.quote()).close().close();
      }
    }
    html.close();
  }

  void searched(Finding f) {
    if (!f.searched().isEmpty()) {
      html.open("details").element("summary", "where was looked").open("ul");
      f.searched().forEach(s -> html.element("li", s));
      html.close().close();
    }
  }

  void notes(List<Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    html.open("ul");
    for (Note n : notes) {
      String colour =
          switch (n.kind()) {
            case DISAGREES, DANGER -> "bad";
            case AGREES -> "good";
            case SET_ASIDE, REMARK -> "soft";
          };
      html.open("li")
          .element("span", Words.lower(n.kind()).replace('-', ' ') + ":", "class", colour);
      html.space().text(n.text());
      unfold("evidence", n.evidence());
      html.close();
    }
    html.close();
  }

  private static String digest(Digest digest) {
    String what =
        switch (digest.scope()) {
          case FILE -> "SHA-256 of the file ";
          case SPAN -> "SHA-256 of these bytes ";
          case STATED -> "SHA-256 as stated ";
        };
    return what + digest.sha256();
  }
}
