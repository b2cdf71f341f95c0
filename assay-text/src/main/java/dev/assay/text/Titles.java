package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which first heading of a README is a name, and which is that of a part of any document, a
/// notice, a greeting or a choice of languages.
final class Titles {
  private static final int LONGEST = 80;

  private static final Set<String> SECTIONS =
      Set.of(
          "",
          "about",
          "abstract",
          "changelog",
          "citation",
          "contents",
          "features",
          "getting started",
          "highlights",
          "install",
          "installation",
          "introduction",
          "model card",
          "model description",
          "model details",
          "model information",
          "model introduction",
          "model overview",
          "model summary",
          "motivation",
          "news",
          "overview",
          "paper",
          "project introduction",
          "quick start",
          "quickstart",
          "readme",
          "release notes",
          "requirements",
          "research paper",
          "roadmap",
          "status",
          "summary",
          "table of contents",
          "todo",
          "usage",
          "what",
          "why",
          "更新",
          "更新信息",
          "更新日志",
          "更新记录",
          "目录",
          "简介",
          "介绍",
          "新闻",
          "项目介绍",
          "模型介绍",
          "工具介绍",
          "工具简介",
          "项目简介",
          "模型简介",
          "概述",
          "概览",
          "背景",
          "背景介绍",
          "说明",
          "使用说明",
          "使用方法",
          "快速开始",
          "快速上手",
          "安装",
          "项目背景",
          "概要",
          "はじめに",
          "使い方",
          "目次",
          "소개",
          "개요",
          "시작하기",
          "사용법",
          "목차",
          "einleitung",
          "einführung",
          "überblick",
          "übersicht",
          "inhalt",
          "inhaltsverzeichnis",
          "présentation",
          "aperçu",
          "sommaire",
          "introducción",
          "descripción",
          "contenido",
          "introdução",
          "descrição",
          "introduzione",
          "descrizione",
          "введение",
          "описание",
          "обзор",
          "содержание");

  /// A title that opens so asks, greets or announces.
  private static final Pattern OPENS =
      Pattern.compile(
          "^(?:what|why|how|when|where|who|welcome|hello|hi|latest|recent|new|note|notice|warning|update|updates)(?:"
              + " |$).*");

  private static final Pattern CLOSES =
      Pattern.compile(".*(?:^| )(?:news|updates?|roadmap|highlights|release notes)$|.*roadmap$");

  /// A title that closes so tells news, often of another project: "X is launched!".
  private static final Pattern NEWS =
      Pattern.compile(
          ".*(?: (?:is|are|was|has been|have been|has|have)(?: now| officially)? "
              + "(?:started|launched|released|moved|out|available|here|open sourced|archived|renamed)"
              + "|启动|发布|上线|开源了?|已迁移|更名)$");

  private static final Pattern NUMBERED = Pattern.compile("^\\d{1,2}(?:\\.\\d{1,2})*[.)、] +");

  private static final Pattern LANGUAGES =
      Pattern.compile(
          ".*(?:english|chinese|中文|日本語|한국어|español|deutsch|français)\\b? *[|/·•].*|.*[|/·•]"
              + " *(?:english|chinese|简体中文|中文|日本語|한국어).*");

  private static final List<String> PREFIXES =
      List.of(
          "model card for the ",
          "model card for ",
          "model card: ",
          "model card - ",
          "introduction to the ",
          "introduction to ",
          "introduction of ",
          "official repo for ",
          "official repository for ",
          "official repository of ",
          "official implementation of ",
          "welcome to ");

  private Titles() {}

  /// The title of a document: its first heading, or the empty string. A heading with a sentence
  /// before it and another of its rank behind it is that of a section.
  static String of(List<Block> blocks) {
    boolean told = false;
    Block first = null;
    for (Block block : blocks) {
      if (block.kind() != Block.Kind.HEADING) {
        told |= first == null && isSentence(block);
      } else if (first == null && !block.text().isEmpty()) {
        if (!told) {
          return block.text();
        }
        first = block;
      } else if (first != null && block.headings().size() == first.headings().size()) {
        return "";
      }
    }
    return first == null ? "" : first.text();
  }

  private static final int WORDS_OF_A_SENTENCE = 8;

  private static boolean isSentence(Block block) {
    String text = block.text();
    if (block.kind() != Block.Kind.PARAGRAPH || !text.endsWith(".") && !text.contains(". ")) {
      return false;
    }
    int spaces = 0;
    int at = text.indexOf(' ');
    while (at >= 0 && spaces < WORDS_OF_A_SENTENCE) {
      spaces++;
      at = text.indexOf(' ', at + 1);
    }
    return spaces >= WORDS_OF_A_SENTENCE;
  }

  /// Whether a cleaned title is a name.
  static boolean isName(String title) {
    if (!title.isEmpty() && "\"'“„«「『:".indexOf(title.charAt(0)) >= 0) {
      return false;
    }
    String lower = title.toLowerCase(Locale.ROOT);
    var letters = new StringBuilder();
    lower.chars().filter(c -> Character.isLetter(c) || c == ' ').forEach(letters::appendCodePoint);
    String words = letters.toString().strip();
    return !SECTIONS.contains(words)
        && !OPENS.matcher(words).matches()
        && !CLOSES.matcher(words).matches()
        && !NEWS.matcher(words).matches()
        && !LANGUAGES.matcher(lower).matches()
        && !words.contains("deprecat");
  }

  /// A title without pictures at its ends, numbers of sections, "model card for" and what follows a
  /// colon.
  static String clean(String title) {
    String name = bare(title.strip().replace("&mdash;", "-").replace("&amp;", "&"));
    name = NUMBERED.matcher(name).replaceFirst("");
    String lower = name.toLowerCase(Locale.ROOT);
    for (String prefix : PREFIXES) {
      if (lower.startsWith(prefix) && name.length() > prefix.length() + 1) {
        name = bare(name.substring(prefix.length()));
        break;
      }
    }
    if (name.toLowerCase(Locale.ROOT).endsWith(" model card")) {
      name = name.substring(0, name.length() - 11).strip();
    }
    int colon = name.indexOf(": ");
    if (colon > 1) {
      name = name.substring(0, colon);
    }
    return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }

  /// Without what is no letter, number or bracket at either end.
  private static String bare(String title) {
    int from = 0;
    int to = title.length();
    while (from < to && isOrnament(title.codePointAt(from))) {
      from += Character.charCount(title.codePointAt(from));
    }
    while (to > from && isOrnament(title.codePointBefore(to))) {
      to -= Character.charCount(title.codePointBefore(to));
    }
    return title.substring(from, to).strip();
  }

  private static boolean isOrnament(int c) {
    return Character.isWhitespace(c)
        || c == '_'
        || c == '*'
        || c == 0xFE0F
        || c == 0x200D
        || switch (Character.getType(c)) {
          case Character.OTHER_SYMBOL,
              Character.MODIFIER_SYMBOL,
              Character.SURROGATE,
              Character.UNASSIGNED ->
              true;
          default -> false;
        };
  }
}
