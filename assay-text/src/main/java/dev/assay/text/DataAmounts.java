package dev.assay.text;

import dev.assay.model.Note;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// Amounts of data that a release states, compared.
final class DataAmounts {
  private DataAmounts() {}

  /// What is stated to have been used, against the sizes stated beside what is linked.
  static List<Note> of(List<Given> links, List<Given> told) {
    Quantity most = null;
    Given where = null;
    for (Given g : told) {
      for (Quantity q : g.quantities()) {
        boolean counts =
            q.unit().equals("tokens") || q.unit().equals("hours") || q.unit().equals("images");
        if (counts && (most == null || q.amount().compareTo(most.amount()) > 0)) {
          most = q;
          where = g;
        }
      }
    }
    if (most == null || where == null) {
      return List.of();
    }
    BigDecimal beside = BigDecimal.ZERO;
    for (Given g : links) {
      for (Quantity q : g.quantities()) {
        if (q.unit().equals(most.unit())) {
          beside = beside.add(q.amount());
        }
      }
    }
    String stated = amount(most.amount()) + " " + most.unit() + " are stated to have been used; ";
    if (beside.signum() == 0) {
      return List.of(
          new Note(
              Note.Kind.REMARK,
              stated + "no size stands beside what is linked",
              List.of(where.evidence())));
    }
    // Only beside some of what is linked stands a size, and what is told may be of all models of a
    // family or of another's data: the reader compares, and nobody is accused.
    return List.of(
        new Note(
            Note.Kind.REMARK,
            stated + "the sizes beside what is linked add up to " + amount(beside),
            List.of(where.evidence())));
  }

  private static String amount(BigDecimal n) {
    return String.format(Locale.ROOT, "%,d", n.toBigInteger());
  }
}
