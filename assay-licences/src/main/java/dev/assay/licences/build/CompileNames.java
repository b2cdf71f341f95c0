package dev.assay.licences.build;

import dev.assay.licences.data.LicenceData.Section;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.names.Names;
import dev.assay.licences.terms.Facts;
import dev.assay.licences.terms.FactsLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compiles the names of the index, of the facts, and of this module's list of other names. A name
/// that stands for a family, or for two licences, names the first that claims it in that order, and
/// families stand first.
final class CompileNames {
  private final Map<String, String> identifiers = new LinkedHashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, StringBuilder> names = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  void compile(Path list, LicenceIndex index, FactsLibrary facts) throws IOException {
    for (String line : Files.readAllLines(list)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int tab = line.indexOf('\t');
      for (String name : line.substring(tab + 1).split("\\|")) {
        name(name, line.substring(0, tab), !tag(name));
      }
    }
    for (Facts f : facts.all()) {
      identifier(f.id(), f.name());
      f.aliases().forEach(name -> name(name, f.id(), true));
      f.tags().forEach(name -> name(name, f.id(), !tag(name)));
      name(f.name(), f.id(), true);
    }
    for (LicenceIndex.Entry entry : index.entries()) {
      identifier(entry.id(), entry.name());
      if (entry.is(LicenceIndex.Entry.EXCEPTION) || entry.is(LicenceIndex.Entry.DEPRECATED)) {
        continue;
      }
      name(entry.name(), entry.id(), true);
      if (!entry.id().startsWith("LicenseRef-")) {
        name(entry.id(), entry.id(), false);
      }
      for (String link : entry.links()) {
        addresses.putIfAbsent(Names.plainLink(link), entry.id());
      }
    }
    families(index);
  }

  /// A licence's name and identifier without a version, where the list has versions of it: they
  /// name the family, and no version is made up.
  private void families(LicenceIndex index) {
    Pattern versioned = Pattern.compile("([A-Z]{2,}L|[A-Z][a-z]{3,})-[0-9][0-9.]*");
    Pattern title = Pattern.compile("(.*?\\b[Ll]icen[sc]e)[ ,]+(?:v|[Vv]ersion )?[0-9][0-9.]*");
    for (LicenceIndex.Entry entry : index.entries()) {
      Matcher id = versioned.matcher(entry.id());
      if (entry.is(LicenceIndex.Entry.EXCEPTION) || !id.matches()) {
        continue;
      }
      String family = "LicenseRef-" + id.group(1);
      if (id.group(1).endsWith("L")) {
        // What ends in L for licence; other letters are somebody's, too.
        name(id.group(1), family, false);
      }
      Matcher name = title.matcher(entry.name());
      if (name.matches() && name.group(1).indexOf(' ') > 0) {
        name(name.group(1), family, true);
        identifier(family, name.group(1));
      }
    }
  }

  /// Whether a name is a hub's tag that is a model's name as well: small letters and a number, and
  /// no word of licences.
  private static boolean tag(String name) {
    return name.matches("[a-z]+[ -]?[0-9.]+");
  }

  private void identifier(String id, String title) {
    identifiers.putIfAbsent(id.toLowerCase(Locale.ROOT), id + "\t" + title);
  }

  private void name(String name, String expression, boolean sure) {
    String words = Names.words(name);
    if (words.isEmpty() || !taken.add(words)) {
      return;
    }
    boolean plain = words.indexOf(' ') < 0 && words.chars().noneMatch(c -> c >= '0' && c <= '9');
    int space = words.indexOf(' ');
    String first = space < 0 ? words : words.substring(0, space);
    names
        .computeIfAbsent(first, k -> new StringBuilder())
        .append(sure && !plain ? '!' : '?')
        .append(words)
        .append('\t')
        .append(expression)
        .append('\n');
  }

  void write(DataWriter data) throws IOException {
    data.table(Section.IDENTIFIERS, identifiers);
    data.table(Section.ADDRESSES, addresses);
    Map<String, String> lines = new LinkedHashMap<>();
    names.forEach((first, of) -> lines.put(first, of.toString()));
    data.table(Section.NAMES, lines);
  }
}
