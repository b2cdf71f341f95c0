package dev.assay.code.roles;

import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Outline;
import java.util.List;
import java.util.Set;

/// A class that takes a whole network from elsewhere and changes it: it makes layers of its own,
/// puts others in the place of a part, or computes otherwise. A base from which a library's
/// networks descend is no network, and a network for one task is changed in its loss mostly.
public final class ChangedNetwork {
  /// Last words of the names of networks.
  private static final Set<String> NETWORKS =
      Set.of("transformer", "encoder", "decoder", "net", "network", "model");

  /// First words of the names of what networks descend from.
  private static final Set<String> ABSTRACT =
      Set.of("base", "abstract", "pre", "pretrained", "generic", "lightning");

  /// Packages whose models and encoders are no networks.
  private static final Set<String> OTHERS =
      Set.of("sklearn", "json", "django", "pydantic", "peewee", "torch", "mesa");

  /// What a network keeps that is no part of it.
  private static final Set<String> SETTINGS =
      Set.of("config", "hparams", "args", "cfg", "opt", "options", "settings", "params", "logger");

  /// So many classes of a file are looked into.
  private static final int MOST = 50;

  private ChangedNetwork() {}

  /// Where the first such class stands, or -1.
  public static int in(Outline outline, List<Sighting> sightings) {
    int asked = 0;
    for (Outline.ClassDef c : outline.classes()) {
      if (c.bases().stream().anyMatch(ChangedNetwork::network)
          && asked++ < MOST
          && changes(c, outline, sightings)) {
        return c.offset();
      }
    }
    return -1;
  }

  /// Whether a base is a whole network, by the name that a library gave it.
  public static boolean network(String base) {
    int dot = base.indexOf('.');
    if (dot <= 0 || OTHERS.contains(base.substring(0, dot))) {
      return false;
    }
    List<String> words = Zones.wordsOfName(base.substring(base.lastIndexOf('.') + 1));
    return words.size() > 1
        && !ABSTRACT.contains(words.getFirst())
        && !words.contains("pretrained")
        && !words.contains("trained")
        && NETWORKS.contains(words.getLast());
  }

  private static boolean changes(Outline.ClassDef c, Outline outline, List<Sighting> sightings) {
    for (Sighting s : sightings) {
      if (s.signal() == Signal.LAYER && inside(c, s.offset())) {
        return true;
      }
    }
    for (Outline.Definition d : outline.definitions()) {
      if (inside(c, d.offset()) && (d.name().startsWith("forward") || d.name().equals("call"))) {
        return true;
      }
    }
    // `self.embeddings.position = other`: a part of the network is put in another's place, once it
    // has been made as its library makes it.
    boolean made = false;
    for (Outline.Call call : outline.calls()) {
      made |= inside(c, call.offset()) && call.last().equals("__init__");
    }
    for (Outline.Named n : outline.names()) {
      if (made && inside(c, n.offset()) && part(n.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean part(String name) {
    int first = name.indexOf('.');
    int last = name.lastIndexOf('.');
    return name.startsWith("self.")
        && last > first
        && !SETTINGS.contains(name.substring(first + 1, name.indexOf('.', first + 1)));
  }

  private static boolean inside(Outline.ClassDef c, int offset) {
    return offset > c.offset() && offset < c.end();
  }
}
