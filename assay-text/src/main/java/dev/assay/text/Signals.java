package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The phrases of one text, by topic.
final class Signals {
  private static final int TOPICS = Topic.values().length;

  static final Signals NONE = new Signals("", List.of());

  /// By the topic's ordinal, null where there are none: each sentence is asked for many topics.
  private final @Nullable List<Phrases.Hit>[] hits;

  private final String text;

  private Signals(String text, List<Phrases.Hit> all) {
    this.text = text;
    @SuppressWarnings("unchecked")
    @Nullable List<Phrases.Hit>[] byTopic = new List[TOPICS];
    for (Phrases.Hit hit : all) {
      int topic = hit.topic().ordinal();
      List<Phrases.Hit> same = byTopic[topic];
      if (same == null) {
        same = new ArrayList<>(2);
        byTopic[topic] = same;
      }
      same.add(hit);
    }
    this.hits = byTopic;
  }

  static Signals of(String text) {
    List<Phrases.Hit> all = Phrases.in(text);
    return all.isEmpty() ? NONE : new Signals(text, all);
  }

  boolean has(Topic topic) {
    return hits[topic.ordinal()] != null;
  }

  boolean hasAny(Topic... topics) {
    for (Topic topic : topics) {
      if (has(topic)) {
        return true;
      }
    }
    return false;
  }

  List<Phrases.Hit> of(Topic topic) {
    List<Phrases.Hit> found = hits[topic.ordinal()];
    return found == null ? List.of() : found;
  }

  /// Whether a phrase of `second` begins within `most` characters after one of `first` ends.
  boolean follows(Topic first, Topic second, int most) {
    for (Phrases.Hit a : of(first)) {
      if (follows(a.to(), second, most)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a phrase of `topic` begins within `most` characters after `at`.
  boolean follows(int at, Topic topic, int most) {
    for (Phrases.Hit b : of(topic)) {
      if (b.from() >= at && b.from() - at <= most) {
        return true;
      }
    }
    return false;
  }

  /// Whether phrases of both topics stand within `most` characters of each other, in either order.
  boolean near(Topic first, Topic second, int most) {
    for (Phrases.Hit a : of(first)) {
      if (near(second, a.from(), a.to(), most)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a phrase of a topic stands within `most` characters of the place `from` to `to`.
  boolean near(Topic topic, int from, int to, int most) {
    for (Phrases.Hit b : of(topic)) {
      if (b.to() >= from - most && b.from() <= to + most) {
        return true;
      }
    }
    return false;
  }

  /// Whether a promise or refusal is made of a thing: "the data will be released" has it before,
  /// "we will not release the data" after, "coming soon" on either side.
  boolean said(Topic promiseOrRefusal, Topic thing, int most) {
    for (Phrases.Hit said : of(promiseOrRefusal)) {
      if (promiseOrRefusal == Topic.PROMISED && isNoPromise(said)) {
        continue;
      }
      String words = text.substring(said.from(), said.to()).toLowerCase(Locale.ROOT);
      boolean passive =
          words.contains(" be ") && !words.endsWith("release") && !words.endsWith("releasing")
              || words.startsWith("not been")
              || words.startsWith("not public")
              || words.startsWith("not released")
              || words.startsWith("not open")
              || words.startsWith("not disclosed");
      boolean active =
          !passive
              && (words.endsWith("release")
                  || words.endsWith("releasing")
                  || words.endsWith("provide")
                  || words.endsWith("share")
                  || words.endsWith("publish")
                  || words.endsWith("open source")
                  || words.endsWith("upload")
                  || words.endsWith("distribute")
                  || words.endsWith("disclose")
                  || words.endsWith("provide any"));
      for (Phrases.Hit hit : of(thing)) {
        boolean before = hit.from() <= said.from() && said.from() - hit.to() <= most;
        boolean after = hit.from() >= said.from() && hit.from() - said.to() <= most;
        if (before && !active || after && !passive) {
          return true;
        }
      }
    }
    return false;
  }

  /// "后续的" says which, and "勿将" forbids.
  private boolean isNoPromise(Phrases.Hit said) {
    return said.to() < text.length() && text.charAt(said.to()) == '的'
        || said.from() > 0 && "勿别".indexOf(text.charAt(said.from() - 1)) >= 0;
  }

  /// Whether a phrase of a topic stands between two places.
  boolean between(Topic topic, int from, int to) {
    for (Phrases.Hit hit : of(topic)) {
      if (hit.from() >= from && hit.to() <= to) {
        return true;
      }
    }
    return false;
  }

  /// Whether a phrase of `topic` ends within `most` characters before the place `from`.
  boolean endsBefore(Topic topic, int from, int most) {
    for (Phrases.Hit b : of(topic)) {
      if (b.to() <= from && from - b.to() <= most) {
        return true;
      }
    }
    return false;
  }

  /// The phrases of `topic` that no phrase of `except` covers in part or whole.
  List<Phrases.Hit> outside(Topic topic, Topic except) {
    return of(topic).stream()
        .filter(a -> of(except).stream().noneMatch(b -> b.from() < a.to() && a.from() < b.to()))
        .toList();
  }
}
