package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.SourceInfo;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Weights;
import dev.assay.reports.TextPage.Cell;
import dev.assay.reports.TextPage.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the stores of this machine hold, one row for each model: where it stands, its weights, its
/// licence, what could not be seen, and what it takes on disk.
public final class StoreReport {
  /// The formats that a table of models can be written in.
  public static final List<String> FORMATS = List.of("text", "json", "markdown");

  private final List<Store> stores;

  /// @param stores in the order of the table
  public StoreReport(List<Store> stores) {
    this.stores = List.copyOf(stores);
  }

  /// One program's store.
  ///
  /// @param id its name
  /// @param place its folder
  /// @param problem why it could not be read; empty when it could
  public record Store(String id, String place, String problem, List<Row> rows) {
    public Store {
      rows = List.copyOf(rows);
    }
  }

  /// One model. A row keeps what the table shows and not the assessment, of which a machine may
  /// hold hundreds.
  ///
  /// @param name what the program calls it
  /// @param revision what the store pins it to; empty where it does not
  /// @param refs the branches and tags at that revision
  /// @param reference what to type to inspect it alone; empty where nothing is
  /// @param bytes of its files on disk; files that revisions share count in each
  /// @param problem why it could not be assessed; empty when it was
  /// @param shown what was found; null where it could not be assessed
  public record Row(
      String name,
      String revision,
      List<String> refs,
      String reference,
      long bytes,
      String problem,
      @Nullable Shown shown) {
    public Row {
      refs = List.copyOf(refs);
    }
  }

  /// What an assessment shows, in short.
  ///
  /// @param weights their formats and sizes, in words
  /// @param parameters how many; null where no header tells
  /// @param unseen what could not be seen, in words
  public record Shown(
      Assessment.Kind kind,
      Standing standing,
      String weights,
      @Nullable Long parameters,
      LicenceOf licence,
      List<String> unseen) {
    public Shown {
      unseen = List.copyOf(unseen);
    }

    /// The short form of an assessment.
    ///
    /// @param missing how many files are listed and not here
    /// @param more what else could not be seen
    public static Shown of(Assessment a, long missing, List<String> more) {
      var unseen = new ArrayList<>(more);
      for (SourceInfo source : a.sources()) {
        unseen.addAll(source.partial());
      }
      if (missing > 0) {
        unseen.add(
            Figures.files(missing)
                + " of the release "
                + (missing == 1 ? "is" : "are")
                + " not here");
      }
      List<Weights> models =
          a.weights().stream()
              .filter(w -> w.kind() != Weights.Kind.VOCABULARY && w.kind() != Weights.Kind.OTHER)
              .toList();
      Weights largest = null;
      for (Weights w : models) {
        boolean larger = largest == null || w.parameters() != null && size(w) > size(largest);
        largest = larger ? w : largest;
      }
      return new Shown(
          a.kind(),
          a.standing(),
          weights(models),
          largest == null ? null : largest.parameters(),
          licence(a),
          unseen);
    }

    /// The licence of the weights; where there are none, of what else is here.
    private static LicenceOf licence(Assessment a) {
      return Stream.of(
              Component.WEIGHTS,
              Component.ARCHITECTURE,
              Component.INFERENCE_CODE,
              Component.TRAINING_DATA)
          .map(a::finding)
          .filter(f -> f.state() != State.ABSENT && f.state() != State.UNDECIDABLE)
          .map(Finding::licence)
          .findFirst()
          .orElse(LicenceOf.NONE);
    }

    private static long size(Weights w) {
      Long n = w.parameters();
      return n == null ? -1 : n;
    }

    /// Formats in their order, with how often each is there and what is wrong with it.
    private static String weights(List<Weights> models) {
      var words = new ArrayList<String>();
      for (String format : models.stream().map(Weights::format).distinct().toList()) {
        List<Weights> of = models.stream().filter(w -> w.format().equals(format)).toList();
        String wrong =
            of.stream()
                .map(Weights::status)
                .filter(s -> s != Weights.Status.OK)
                .distinct()
                .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        words.add(
            format
                + (of.size() > 1 ? " ×" + of.size() : "")
                + (wrong.isEmpty() ? "" : " (" + wrong + ")"));
      }
      return String.join(", ", words);
    }
  }

  /// Writes the table.
  ///
  /// @param format one of {@link #FORMATS}
  public void write(String format, Report.Layout layout, Appendable out) {
    switch (format) {
      case "json" -> json(out);
      case "markdown" -> new StoreMarkdown(stores).write(out);
      default -> text(new TextPage(layout, out), layout.detailed());
    }
  }

  /// How many models there are, and how many of them could be assessed.
  static String counts(Store store) {
    long assessed = store.rows().stream().filter(r -> r.shown() != null).count();
    int all = store.rows().size();
    return (all == 1 ? "1 model" : Figures.count(all) + " models")
        + (assessed < all ? ", " + (all - assessed) + " could not be assessed" : "");
  }

  static String stands(Shown shown) {
    return switch (shown.kind()) {
      case DATA_SET -> "a data set";
      case FRAMEWORK -> "code without weights";
      case NOTHING -> "no part of a model";
      case MODEL, ADAPTER -> stands(shown.standing());
    };
  }

  private static String stands(Standing s) {
    return s.decided()
        ? s.lowest().number() + " " + s.lowest().title()
        : s.lowest().number() + "–" + s.highest().number() + " " + s.lowest().title();
  }

  static String weights(Shown shown) {
    Long n = shown.parameters();
    String size = n == null ? "" : Figures.shortCount(n) + " ";
    return shown.weights().isEmpty() ? "none found" : size + shown.weights();
  }

  static String at(Row row) {
    String revision = row.revision();
    boolean hex =
        revision.length() == 40 && revision.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    String digest =
        revision.startsWith("sha256:") && revision.length() > 60
            ? revision.substring(0, 19)
            : revision;
    String shown = hex ? revision.substring(0, 12) : digest;
    return row.refs().isEmpty() ? shown : String.join(", ", row.refs()) + " " + shown;
  }

  private void text(TextPage page, boolean detailed) {
    boolean first = true;
    for (Store store : stores) {
      if (!first) {
        page.blank();
      }
      first = false;
      page.line(
          0,
          List.of(
              new Cell(store.id(), 0, Style.BOLD),
              new Cell(store.place(), 0, Style.DIM),
              new Cell(
                  store.problem().isEmpty() ? counts(store) : store.problem(), 0, Style.PLAIN)));
      rows(page, store.rows(), detailed);
    }
    boolean open =
        stores.stream()
            .flatMap(s -> s.rows().stream())
            .map(Row::shown)
            .anyMatch(s -> s != null && stands(s).contains("–"));
    if (open) {
      page.blank();
      page.item(
          0,
          "1–5",
          "proves step 1 of 6 and does not rule out step 5: what could not be seen, or cannot be"
              + " decided from files, lies between. What a store lacks may be in the release.",
          Style.DIM);
    }
  }

  private static void rows(TextPage page, List<Row> rows, boolean detailed) {
    for (Row row : rows) {
      page.line(
          2,
          List.of(
              new Cell(row.name(), 0, Style.BOLD),
              new Cell(
                  detailed ? String.join(", ", row.refs()) + " " + row.revision() : at(row),
                  0,
                  Style.DIM)));
      Shown shown = row.shown();
      if (shown == null) {
        page.item(4, "!", "not assessed: " + row.problem(), Style.FAIR);
        continue;
      }
      int more = Math.clamp(page.width() - 80L, 0, 60);
      page.line(
          4,
          List.of(
              new Cell(stands(shown), 31, style(shown)),
              new Cell(weights(shown), 17 + more / 2, Style.PLAIN),
              new Cell(licence(shown.licence()), 19 + more / 2, Style.PLAIN),
              new Cell(Figures.bytes(row.bytes()), 0, Style.PLAIN)));
      for (String unseen : shown.unseen()) {
        page.item(4, "?", unseen, Style.DIM);
      }
      if (detailed && !row.reference().isEmpty()) {
        page.item(4, "→", "assay inspect " + row.reference(), Style.DIM);
      }
    }
  }

  /// A licence for a narrow column; how it was found stands before it, so that it is not cut off.
  static String licence(LicenceOf l) {
    return switch (l.status()) {
      case FOUND -> l.expression();
      case INHERITED -> l.expression();
      case CLAIMED -> "claimed: " + l.expression();
      case CONFLICT -> "disputed: " + l.expression();
      case NONE -> "no licence found";
    };
  }

  private static Style style(Shown shown) {
    return switch (shown.standing().lowest()) {
      case CLOSED, RESTRICTED_WEIGHTS -> Style.BAD;
      case OPEN_WEIGHTS, PARTIAL_SOURCE, SOURCE_AVAILABLE -> Style.FAIR;
      case OPEN_SOURCE, REPRODUCED -> Style.GOOD;
    };
  }

  private void json(Appendable out) {
    try (JsonText json = new JsonText(out)) {
      json.object(() -> {
        json.string("assay", "stores");
        json.string("schema", Assessment.SCHEMA);
        json.objects(
            "stores",
            stores,
            s -> {
              json.string("store", s.id());
              json.string("place", s.place());
              json.string("problem", s.problem());
              json.objects("models", s.rows(), r -> row(json, r));
            });
      });
    }
  }

  private static void row(JsonText json, Row r) {
    json.string("name", r.name());
    json.string("revision", r.revision());
    json.strings("refs", r.refs());
    json.string("reference", r.reference());
    json.number("bytes", r.bytes());
    json.string("problem", r.problem());
    Shown shown = r.shown();
    if (shown == null) {
      json.nothing("assessed");
      return;
    }
    json.object(
        "assessed",
        () -> {
          json.string("kind", JsonText.word(shown.kind()));
          json.object(
              "standing",
              () -> {
                json.number("lowest", (long) shown.standing().lowest().number());
                json.number("highest", (long) shown.standing().highest().number());
                json.string("title", shown.standing().lowest().title());
                json.string("why", shown.standing().why());
              });
          json.string("weights", shown.weights());
          json.number("parameters", shown.parameters());
          json.object(
              "licence",
              () -> {
                json.string("status", JsonText.word(shown.licence().status()));
                json.string("expression", shown.licence().expression());
                json.string("freedom", JsonText.word(shown.licence().freedom()));
              });
          json.strings("unseen", shown.unseen());
        });
  }
}
