package dev.assay.reports;

import dev.assay.model.Standing;
import dev.assay.model.Step;
import java.util.Locale;

/// The spectrum as SVG: a rail of seven steps, this release marked on it, well-known examples
/// beside it. Drawn twice, lying for a screen and standing for a phone; the style sheet shows one
/// of them.
final class Spectrum {
  private static final int STEPS = Step.values().length;

  private final Html html;
  private final Standing standing;
  private final ReferencePoints reference;

  Spectrum(Html html, Standing standing, ReferencePoints reference) {
    this.html = html;
    this.standing = standing;
    this.reference = reference;
  }

  void draw(String name) {
    html.open("div", "class", "spectrum");
    lying(name);
    standing(name);
    html.close();
  }

  private void begin(String shape, String name, int width, int height) {
    String id = "spectrum-" + shape;
    html.open(
        "svg",
        "class",
        shape,
        "role",
        "img",
        "viewBox",
        "0 0 " + width + " " + height,
        "aria-labelledby",
        id + "-title " + id + "-text",
        "xmlns",
        "http://www.w3.org/2000/svg");
    html.element(
        "title", name + " on the spectrum: " + Words.standing(standing), "id", id + "-title");
    var text = new StringBuilder("From closed to reproduced, in seven steps.");
    for (Step step : Step.values()) {
      text.append(" Step ").append(step.number()).append(", ").append(step.title());
      reference.at(step).ifPresent(p -> text.append(", for example ").append(p.example()));
      text.append(on(step) ? ": this release." : ".");
    }
    html.element("desc", text.toString(), "id", id + "-text");
  }

  private void lying(String name) {
    int column = 140;
    int width = column * STEPS;
    begin("wide", name, width, 168);
    int y = 44;
    rail(x(column, 0), y, x(column, STEPS - 1), y, "rail", 4);
    rail(
        x(column, standing.lowest().number()),
        y,
        x(column, standing.highest().number()),
        y,
        "span",
        8);
    for (Step step : Step.values()) {
      int x = x(column, step.number());
      mark(x, y, step);
      if (step == standing.lowest()) {
        label(x, 18, standing.decided() ? "this release" : "at least", "strong", 15);
      } else if (step == standing.highest()) {
        label(x, 18, "at most", "strong", 15);
      }
      String[] words = TextLadder.label(step);
      String title = (words[0] + " " + words[1]).strip().replace("- ", "");
      label(x, 80, title, on(step) ? "strong" : "", 14);
      reference
          .at(step)
          .ifPresent(p -> {
            label(x, 108, p.kind(), "quiet", 13);
            label(x, 127, p.example(), "quiet", 13);
          });
    }
    html.close();
  }

  private void standing(String name) {
    int row = 58;
    begin("tall", name, 340, row * STEPS + 10);
    rail(24, y(row, 0), 24, y(row, STEPS - 1), "rail", 4);
    rail(
        24, y(row, standing.lowest().number()), 24, y(row, standing.highest().number()), "span", 8);
    for (Step step : Step.values()) {
      int y = y(row, step.number());
      mark(24, y, step);
      String here = on(step) ? (standing.decided() ? " — this release" : " — possible") : "";
      left(52, y, step.title() + here, on(step) ? "strong" : "", 15);
      reference
          .at(step)
          .ifPresent(p -> left(52, y + 19, p.kind() + ": " + p.example(), "quiet", 13));
    }
    html.close();
  }

  private static int x(int column, int step) {
    return column / 2 + column * step;
  }

  private static int y(int row, int step) {
    return 24 + row * step;
  }

  private boolean on(Step step) {
    return step.compareTo(standing.lowest()) >= 0 && step.compareTo(standing.highest()) <= 0;
  }

  private void mark(int x, int y, Step step) {
    html.open(
            "circle",
            "class",
            on(step) ? "here" : "stop",
            "cx",
            number(x),
            "cy",
            number(y),
            "r",
            on(step) ? "12" : "8",
            "stroke-width",
            "2")
        .close();
  }

  private void rail(int x1, int y1, int x2, int y2, String kind, int thick) {
    html.open(
            "line",
            "class",
            kind,
            "x1",
            number(x1),
            "y1",
            number(y1),
            "x2",
            number(x2),
            "y2",
            number(y2),
            "stroke-width",
            number(thick))
        .close();
  }

  private void label(int x, int y, String text, String kind, int size) {
    html.element(
        "text",
        text,
        "class",
        kind,
        "x",
        number(x),
        "y",
        number(y),
        "font-size",
        number(size),
        "text-anchor",
        "middle");
  }

  private void left(int x, int y, String text, String kind, int size) {
    html.element(
        "text", text, "class", kind, "x", number(x), "y", number(y + 5), "font-size", number(size));
  }

  private static String number(int n) {
    return String.format(Locale.ROOT, "%d", n);
  }
}
