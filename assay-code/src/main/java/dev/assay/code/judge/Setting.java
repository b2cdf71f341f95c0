package dev.assay.code.judge;

import dev.assay.code.outline.NameMemory;
import dev.assay.code.roles.SettingNames;
import org.jspecify.annotations.Nullable;

/// What the name of a setting says. The settings of a release have few names, so each is looked at
/// once, by its last part in small letters.
///
/// @param size which size of a network it is ({@link Sizes}), or null
/// @param model whether it names what the network is
/// @param run whether it is one of a training run
/// @param rate whether it says how far a step goes
/// @param amount whether it says how much is learnt from: a batch, a length
record Setting(@Nullable String size, boolean model, boolean run, boolean rate, boolean amount) {
  private static final Setting NONE = new Setting(null, false, false, false, false);

  private static final NameMemory<Setting> KNOWN = new NameMemory<>(Setting::find);

  static Setting of(String name) {
    return KNOWN.of(name);
  }

  private static Setting find(String name) {
    String last = SettingNames.last(name);
    String size = Sizes.MEANING.get(last);
    boolean model = last.equals("architectures") || last.equals("model_type");
    boolean run = TrainingCommands.setting(last);
    boolean rate = SettingNames.rate(last);
    boolean amount = SettingNames.amount(last);
    return size == null && !model && !run && !rate && !amount
        ? NONE
        : new Setting(size, model, run, rate, amount);
  }
}
