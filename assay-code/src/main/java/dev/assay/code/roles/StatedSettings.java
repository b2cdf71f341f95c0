package dev.assay.code.roles;

import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.ConfigurationScanner;
import dev.assay.code.outline.Outline;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The settings of a training run that a Python source states: one that holds nothing but values
/// (`optimizer = dict(type="Adam", lr=1e-4)`), or a class of settings with a number for the
/// learning rate. What a program only offers as an option states nothing.
public final class StatedSettings {
  /// Longer sources hold data.
  private static final int LONGEST = 1 << 18;

  private StatedSettings() {}

  /// Where the learning rate stands beside a batch or a length of the run, or -1. Linear in the
  /// text.
  public static int in(Outline outline, List<Sighting> sightings, String text) {
    if (text.length() > LONGEST) {
      return -1;
    }
    if (outline.classes().isEmpty()) {
      return outline.definitions().isEmpty()
          ? ofValues(outline, sightings, text)
          : ofObject(outline, sightings);
    }
    return ofClasses(outline, text);
  }

  /// Names of objects that are given settings one after the other: `config.base_lr = 0.03`.
  private static final Set<String> OBJECTS =
      Set.of("config", "cfg", "conf", "_C", "c", "hparams", "hps");

  private static int ofObject(Outline outline, List<Sighting> sightings) {
    int rate = -1;
    boolean amount = false;
    for (Outline.Named n : outline.names()) {
      int dot = n.name().indexOf('.');
      if (dot > 0 && OBJECTS.contains(n.name().substring(0, dot))) {
        String last = SettingNames.last(n.name());
        boolean states = rate < 0 && number(n.value()) && SettingNames.rate(last);
        rate = states ? n.offset() : rate;
        amount |= SettingNames.amount(last);
      }
    }
    return amount && sightings.stream().noneMatch(s -> ACTS.contains(s.signal())) ? rate : -1;
  }

  /// Calls by which values are made of values.
  private static final Set<String> MAKERS =
      Set.of(
          "dict",
          "list",
          "tuple",
          "set",
          "range",
          "len",
          "int",
          "float",
          "str",
          "bool",
          "max",
          "min",
          "round",
          "join",
          "dirname",
          "abspath",
          "basename",
          "getenv",
          "get",
          "format",
          "update",
          "copy",
          "deepcopy",
          "strftime",
          "now",
          "split",
          "replace",
          "lower",
          "strip",
          "items",
          "append",
          "extend",
          "read_base",
          "Path",
          "getcwd",
          "LazyCall",
          "L",
          "ConfigDict",
          "CfgNode",
          "CN",
          "edict",
          "EasyDict",
          "AttrDict",
          "DotMap",
          "Munch",
          "Namespace",
          "SimpleNamespace",
          "OrderedDict",
          "get_config");

  /// What acts states no settings.
  private static final Set<Signal> ACTS =
      EnumSet.of(
          Signal.GRADIENT,
          Signal.STEP,
          Signal.OPTIMIZER,
          Signal.LOOP,
          Signal.RUN,
          Signal.GENERATE,
          Signal.SERVE,
          Signal.PRETRAINED,
          Signal.LEARNER);

  private static int ofValues(Outline outline, List<Sighting> sightings, String text) {
    boolean values =
        outline.entry() < 0
            && outline.launches().isEmpty()
            && outline.calls().stream()
                .allMatch(c -> MAKERS.contains(c.last()) || c.last().endsWith("Config"))
            && sightings.stream().noneMatch(s -> ACTS.contains(s.signal()));
    if (!values || outline.names().isEmpty()) {
      return -1;
    }
    int rate = -1;
    boolean amount = false;
    for (Outline.Named n : ConfigurationScanner.scan(text).names()) {
      String last = SettingNames.last(n.name());
      rate = rate < 0 && number(n.value()) && SettingNames.rate(last) ? n.offset() : rate;
      amount |= SettingNames.amount(last);
    }
    return amount ? rate : -1;
  }

  /// Words of the names of classes that hold settings.
  private static final Set<String> CLASSES =
      Set.of(
          "config",
          "configs",
          "configuration",
          "cfg",
          "conf",
          "settings",
          "hparams",
          "hyperparameters",
          "hyperparams",
          "params",
          "parameters",
          "args",
          "arguments",
          "options",
          "exp",
          "experiment",
          "recipe");

  private static int ofClasses(Outline outline, String text) {
    List<Outline.ClassDef> classes =
        outline.classes().stream().filter(c -> holdsSettings(c, text)).toList();
    int at = -1;
    int rate = -1;
    boolean amount = false;
    for (Outline.Named n : classes.isEmpty() ? List.<Outline.Named>of() : outline.names()) {
      while (at + 1 < classes.size() && classes.get(at + 1).offset() <= n.offset()) {
        at++;
        rate = -1;
        amount = false;
      }
      if (at < 0 || n.offset() >= classes.get(at).end() || !attribute(n.name())) {
        continue;
      }
      String last = SettingNames.last(n.name());
      rate = rate < 0 && number(n.value()) && SettingNames.rate(last) ? n.offset() : rate;
      amount |= SettingNames.amount(last);
      if (rate >= 0 && amount) {
        return rate;
      }
    }
    return -1;
  }

  private static boolean attribute(String name) {
    int dot = name.indexOf('.');
    return dot < 0 || dot == name.lastIndexOf('.') && name.startsWith("self.");
  }

  /// Whether a class is named for settings, or is one of data alone.
  private static boolean holdsSettings(Outline.ClassDef c, String text) {
    int end = text.lastIndexOf('\n', Math.max(0, c.offset() - 1));
    int start = end <= 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    boolean data = end > 0 && text.substring(start, end).strip().startsWith("@dataclass");
    return data || Zones.words(c.name()).stream().anyMatch(CLASSES::contains);
  }

  private static boolean number(String value) {
    return !value.isEmpty() && (value.charAt(0) == '.' || Character.isDigit(value.charAt(0)));
  }
}
