package dev.assay.io.archive;

import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists a tar file. Rules: POSIX.1-2001 (pax) and GNU tar's long names.
final class TarListing {
  private static final int MOST_TEXT = 1 << 20;
  private static final int COMMIT_DIGITS = 40;

  private final TarInput in;
  private final int most;
  private final List<Member> members = new ArrayList<>();
  private final Map<String, String> pax = new HashMap<>();
  private byte @Nullable [] longName;
  private byte @Nullable [] longLink;
  private @Nullable String commit;
  private String damage = "";

  TarListing(TarInput in, int most) {
    this.in = in;
    this.most = most;
  }

  /// Reads to the end, or to where the file is damaged or over a limit.
  void run() {
    try {
      while (members.size() < most) {
        byte[] block = in.block();
        if (block == null) {
          damage = members.isEmpty() ? "holds nothing" : "";
          return;
        }
        if (TarHeader.isZero(block)) {
          return;
        }
        header(TarHeader.parse(block, in.position() - TarHeader.BLOCK));
      }
      damage = "more than " + most + " members; the rest was not listed";
    } catch (Malformed e) {
      damage = e.describe();
    }
  }

  private void header(TarHeader header) {
    switch (header.type()) {
      case 'x', 'X' -> pax(text(header), pax);
      case 'g' -> {
        // `git archive` writes the commit here.
        var global = new HashMap<String, String>();
        pax(text(header), global);
        String comment = global.get("comment");
        if (comment != null && isCommit(comment)) {
          commit = comment;
        }
      }
      case 'L' -> longName = trimmed(text(header));
      case 'K' -> longLink = trimmed(text(header));
      default -> member(header);
    }
  }

  private void member(TarHeader header) {
    String name = pax.get("path");
    if (name == null) {
      name = FileNames.escape(longName != null ? longName : header.name());
    } else {
      name = FileNames.escape(name);
    }
    String link = pax.get("linkpath");
    if (link == null) {
      link = FileNames.escape(longLink != null ? longLink : header.link());
    } else {
      link = FileNames.escape(link);
    }
    long size = size(header);
    boolean sparse =
        header.type() == 'S' || pax.keySet().stream().anyMatch(k -> k.startsWith("GNU.sparse"));
    pax.clear();
    longName = null;
    longLink = null;
    switch (header.type()) {
      case '0', 0, '7', 'S' -> {
        if (name.endsWith("/")) {
          in.body(size);
          members.add(new Member(name, 0, Member.Kind.FOLDER, null, null, ""));
        } else {
          Member.Content content = in.body(size);
          members.add(
              sparse
                  ? new Member(
                      name,
                      size,
                      Member.Kind.FILE,
                      null,
                      null,
                      "stored with holes (sparse): not read")
                  : new Member(name, size, Member.Kind.FILE, null, content, ""));
        }
      }
      case '1' -> members.add(new Member(name, 0, Member.Kind.HARD_LINK, link, null, ""));
      case '2' -> members.add(new Member(name, 0, Member.Kind.LINK, link, null, ""));
      case '5' -> {
        in.body(size);
        members.add(new Member(name, 0, Member.Kind.FOLDER, null, null, ""));
      }
      case '3', '4', '6' -> members.add(new Member(name, 0, Member.Kind.SPECIAL, null, null, ""));
      default -> {
        in.body(size);
        members.add(
            new Member(
                name,
                size,
                Member.Kind.SPECIAL,
                null,
                null,
                "of a kind that is not known here ("
                    + FileNames.escape(String.valueOf(header.type()))
                    + ")"));
      }
    }
  }

  private long size(TarHeader header) {
    String stated = pax.get("size");
    if (stated == null) {
      return header.size();
    }
    try {
      long size = Long.parseLong(stated);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Falls through to the refusal below.
    }
    throw new Malformed(in.position(), "states a size that is no number");
  }

  private byte[] text(TarHeader header) {
    if (header.size() > MOST_TEXT) {
      throw new Malformed(in.position(), "a name or header record of " + header.size() + " bytes");
    }
    return in.text((int) header.size());
  }

  /// Records of the form `length key=value\n`, where the length counts the whole record.
  private void pax(byte[] records, Map<String, String> into) {
    int at = 0;
    while (at < records.length) {
      int space = at;
      int length = 0;
      while (space < records.length && records[space] >= '0' && records[space] <= '9') {
        length = Math.min(MOST_TEXT + 1, length * 10 + records[space] - '0');
        space++;
      }
      int end = at + length;
      if (space == at || space >= records.length || records[space] != ' ') {
        throw new Malformed(in.position(), "a header record has no length");
      }
      if (end > records.length || end <= space + 1) {
        throw new Malformed(in.position(), "a header record states a wrong length");
      }
      int equals = space + 1;
      while (equals < end && records[equals] != '=') {
        equals++;
      }
      if (equals < end) {
        String key = new String(records, space + 1, equals - space - 1, StandardCharsets.UTF_8);
        int valueEnd = records[end - 1] == '\n' ? end - 1 : end;
        into.put(
            key,
            new String(
                records, equals + 1, Math.max(0, valueEnd - equals - 1), StandardCharsets.UTF_8));
      }
      at = end;
    }
  }

  private static byte[] trimmed(byte[] text) {
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return java.util.Arrays.copyOf(text, end);
  }

  static boolean isCommit(String text) {
    return text.length() == COMMIT_DIGITS
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  List<Member> members() {
    return members;
  }

  /// What ended the listing before its end; empty when nothing.
  String damage() {
    return damage;
  }

  /// The commit it was made from, where it says so.
  @Nullable String commit() {
    return commit;
  }
}
