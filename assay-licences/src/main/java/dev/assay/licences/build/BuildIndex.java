package dev.assay.licences.build;

import dev.assay.licences.data.LicenceData;
import dev.assay.licences.data.LicenceData.Section;
import dev.assay.licences.match.Clauses;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.match.Words;
import dev.assay.licences.terms.FactsLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the licence index at build time, from the texts of the SPDX package on the class path and
/// from the fingerprints beside this module's sources.
public final class BuildIndex {
  private static final String SPDX = "/resources/stdlicenses/";

  private BuildIndex() {}

  /// @param args the folder of fingerprints, the folder of facts, the lists of free licences, the
  ///   list of names, the file to write
  public static void main(String[] args) throws IOException {
    IndexWriter writer = new IndexWriter();
    spdx(writer);
    Path folder = Path.of(args[0]);
    if (Files.isDirectory(folder)) {
      List<Path> files;
      try (var list = Files.list(folder)) {
        files = list.filter(f -> f.toString().endsWith(".words")).sorted().toList();
      }
      for (Path file : files) {
        Fingerprint print = Fingerprint.read(Files.readString(file));
        int entry =
            writer.entry(
                new LicenceIndex.Entry(
                    print.id(),
                    print.name(),
                    print.flags() | LicenceIndex.Entry.HASHED,
                    print.links()));
        writer.text(print.text(entry));
      }
    }
    DataWriter data = new DataWriter();
    writer.write(data);
    data.table(Section.FACTS, CompileFacts.compile(Path.of(args[1])));
    data.table(Section.LISTS, CompileLists.compile(Path.of(args[2])));
    LicenceData sofar = LicenceData.of(data.file());
    CompileNames names = new CompileNames();
    names.compile(Path.of(args[3]), LicenceIndex.of(sofar), FactsLibrary.of(sofar));
    names.write(data);
    Path file = Path.of(args[4]);
    Files.createDirectories(file.getParent());
    Files.write(file, data.file().array());
  }

  private static void spdx(IndexWriter writer) throws IOException {
    List<Map<String, Object>> licences = list("licenses.json", "licenses");
    Set<String> ids = new HashSet<>();
    for (Map<String, Object> licence : licences) {
      ids.add(String.valueOf(licence.get("licenseId")));
    }
    // Of ids with one text the first is kept: current before deprecated, approved before others.
    licences.sort(
        java.util.Comparator.comparingInt(BuildIndex::rank)
            .thenComparing(l -> String.valueOf(l.get("licenseId"))));
    Set<List<Long>> seen = new HashSet<>();
    // Exceptions first: some old identifiers of licences have nothing but an exception's text.
    exceptions(writer, seen);
    List<List<Long>> exceptions = List.copyOf(seen);
    for (Map<String, Object> licence : licences) {
      String id = String.valueOf(licence.get("licenseId"));
      Map<String, Object> detail = Json.object(resource(id + ".json"));
      int flags = 0;
      flags |= isTrue(detail, "isOsiApproved") ? LicenceIndex.Entry.OSI : 0;
      flags |= isTrue(detail, "isFsfLibre") ? LicenceIndex.Entry.FSF : 0;
      flags |= isTrue(detail, "isDeprecatedLicenseId") ? LicenceIndex.Entry.DEPRECATED : 0;
      int entry =
          writer.entry(
              new LicenceIndex.Entry(id, String.valueOf(detail.get("name")), flags, links(detail)));
      boolean asOnly =
          id.endsWith("-or-later") && ids.contains(id.substring(0, id.length() - 9) + "-only");
      String template = String.valueOf(detail.get("standardLicenseTemplate"));
      boolean exception =
          (flags & LicenceIndex.Entry.DEPRECATED) != 0 && titled(template, exceptions);
      if (!asOnly && !exception) {
        text(writer, entry, 0, template, seen);
      }
    }
  }

  private static void exceptions(IndexWriter writer, Set<List<Long>> seen) throws IOException {
    for (Map<String, Object> exception : list("exceptions.json", "exceptions")) {
      String id = String.valueOf(exception.get("licenseExceptionId"));
      Map<String, Object> detail = Json.object(resource(id + ".json"));
      int flags =
          LicenceIndex.Entry.EXCEPTION
              | (isTrue(detail, "isDeprecatedLicenseId") ? LicenceIndex.Entry.DEPRECATED : 0);
      int entry =
          writer.entry(
              new LicenceIndex.Entry(id, String.valueOf(detail.get("name")), flags, links(detail)));
      Object template = detail.get("licenseExceptionTemplate");
      text(
          writer,
          entry,
          1,
          String.valueOf(template != null ? template : detail.get("licenseExceptionText")),
          seen);
    }
  }

  /// Whether a text is one of these with a title.
  private static boolean titled(String template, List<List<Long>> texts) {
    List<Long> all = hashes(Words.of(Template.of(template).text()));
    return texts.stream()
        .anyMatch(t ->
            all.size() - t.size() <= TITLE
                && all.size() >= t.size()
                && all.subList(all.size() - t.size(), all.size()).equals(t));
  }

  private static List<Long> hashes(Words words) {
    List<Long> all = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      all.add(words.hash(i));
    }
    return all;
  }

  private static int rank(Map<String, Object> licence) {
    String id = String.valueOf(licence.get("licenseId"));
    if (isTrue(licence, "isDeprecatedLicenseId")) {
      return 4;
    }
    if (id.endsWith("-or-later")) {
      return 3;
    }
    return isTrue(licence, "isOsiApproved") ? 0 : isTrue(licence, "isFsfLibre") ? 1 : 2;
  }

  private static boolean isTrue(Map<String, Object> map, String key) {
    return "true".equals(String.valueOf(map.get(key)));
  }

  @SuppressWarnings("unchecked")
  private static List<String> links(Map<String, Object> detail) {
    List<String> links = new ArrayList<>();
    if (detail.get("seeAlso") instanceof List<?> list) {
      for (Object link : list) {
        String plain = String.valueOf(link).strip().replaceFirst("^[a-z]+://(www\\.)?", "");
        if (plain.length() > 8 && plain.length() < 300) {
          links.add(plain);
        }
      }
    }
    return List.copyOf(links);
  }

  private static void text(
      IndexWriter writer, int entry, int kind, String source, Set<List<Long>> seen) {
    Template template = Template.of(source);
    Words words = Words.of(template.text());
    int n = words.size();
    if (n < 3) {
      return;
    }
    long[] hashes = new long[n];
    String[] spelled = new String[n];
    for (int i = 0; i < n; i++) {
      hashes[i] = words.hash(i);
      spelled[i] = plain(words.word(i));
    }
    if (!seen.add(hashes(words))) {
      return;
    }
    byte[] flags = notices(words);
    Arrays.fill(flags, 0, title(template.text(), words), (byte) 1);
    for (Template.Part part : template.parts()) {
      int from = words.at(part.from());
      int to = words.at(part.to());
      byte flag =
          switch (part.kind()) {
            case OPTIONAL -> 1;
            case REPLACEABLE -> 2;
            case REPHRASED -> 2 | 8;
          };
      for (int i = from; i < to; i++) {
        flags[i] |= flag;
      }
      if (from == to && flag == 1 && from > 0 && words.end(from - 1) >= part.to()) {
        // Part of a word: the word may be written so or otherwise.
        flags[from - 1] |= part.to() - part.from() <= 3 ? 2 : 0;
      }
      if (from == to && flag == 2 && from < n) {
        flags[from] |= 4;
      }
    }
    optionalTail(spelled, flags);
    writer.text(
        new IndexWriter.Text(
            entry, kind, hashes, spelled, flags, Clauses.of(template.text(), words)));
  }

  /// The longest title, in words.
  private static final int TITLE = 14;

  /// How many words the title has, which templates do not always mark: a first paragraph of one
  /// line that is no sentence. By the matching guidelines it may be left out.
  static int title(String text, Words words) {
    int from = 0;
    while (from < text.length() && text.charAt(from) <= ' ') {
      from++;
    }
    int end = text.indexOf('\n', from);
    int next = end;
    while (next >= 0 && next < text.length() && " \t\r".indexOf(text.charAt(next + 1)) >= 0) {
      next++;
    }
    if (end < 0 || next + 1 >= text.length() || text.charAt(next + 1) != '\n') {
      return 0;
    }
    String line = text.substring(from, end).strip();
    int n = words.at(end);
    boolean sentence = line.isEmpty() || ".,;:".indexOf(line.charAt(line.length() - 1)) >= 0;
    return sentence || n > TITLE || words.size() - n < 2 * TITLE ? 0 : n;
  }

  /// Words of copyright notices may be left out.
  static byte[] notices(Words words) {
    byte[] flags = new byte[words.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = (byte) (words.inNotice(i) ? 1 : 0);
    }
    return flags;
  }

  /// Tails of licences that are no terms and are often left out, which the templates do not mark:
  /// the notice that Creative Commons is no party, and the exhibits of the Mozilla licence.
  private static final List<List<String>> TAILS =
      List.of(
          List.of(
              "creative", "commons", "notice", "creative", "commons", "is", "not", "a", "party"),
          List.of("creative", "commons", "is", "not", "a", "party", "to", "this", "license"),
          List.of("creative", "commons", "is", "not", "a", "party", "to", "its", "public"),
          List.of("exhibit", "a", "source", "code", "form", "license", "notice"),
          List.of("end", "of", "terms", "and", "conditions", "how", "to", "apply"));

  private static void optionalTail(String[] spelled, byte[] flags) {
    for (int i = spelled.length / 2; i < spelled.length; i++) {
      for (List<String> tail : TAILS) {
        if (i + tail.size() <= spelled.length
            && tail.equals(List.of(spelled).subList(i, i + tail.size()))) {
          for (int k = i; k < flags.length; k++) {
            flags[k] |= 1;
          }
          return;
        }
      }
    }
  }

  static String plain(String word) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = Character.toLowerCase(word.charAt(i));
      if (Character.isLetterOrDigit(c) || c == '.' || c == '+') {
        s.append(c);
      }
    }
    return s.toString();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(String file, String key) throws IOException {
    return new ArrayList<>(
        (List<Map<String, Object>>) (List<?>) (List<Object>) Json.object(resource(file)).get(key));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = BuildIndex.class.getResourceAsStream(SPDX + name)) {
      if (in == null) {
        throw new IOException("the SPDX package has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
