package dev.assay.licences.build;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// Makes a folder of mixed files, and identifies the licences in one: throughput, memory, and how
/// long the index takes to load. `bench/licence-speed` starts it, and the peers on the same files.
public final class SpeedBench {
  private static final int FILES = 1000;

  private static final String[] NOTICES = {
    "Licensed under the Apache License, Version 2.0 (the \"License\");\nyou may not use this file"
        + " except in compliance with the License.\nYou may obtain a copy of the License at\n\n"
        + "    http://www.apache.org/licenses/LICENSE-2.0\n",
    "SPDX-License-Identifier: MIT",
    "This program is free software: you can redistribute it and/or modify it under the terms of"
        + " the\nGNU General Public License as published by the Free Software Foundation, either"
        + " version 3\nof the License, or (at your option) any later version.",
    "Use of this source code is governed by a BSD-style license that can be found in the LICENSE"
        + " file.",
    "Distributed under the Boost Software License, Version 1.0."
  };

  private SpeedBench() {}

  /// `make FOLDER` or `run FOLDER`.
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    if (args[0].equals("make")) {
      make(folder);
    } else {
      run(folder);
    }
  }

  private static void make(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<SpdxText> texts = SpdxText.all();
    Random random = new Random(7);
    Rewriting[] ways = Rewriting.values();
    for (int i = 0; i < FILES; i++) {
      String name;
      String content;
      if (i % 10 < 3) {
        SpdxText text = texts.get(random.nextInt(texts.size()));
        name = "LICENSE-" + i + ".txt";
        content = i % 10 == 0 ? text.text() : ways[random.nextInt(ways.length)].of(text, random);
      } else if (i % 10 < 7) {
        name = "source" + i + ".py";
        content =
            "# "
                + NOTICES[random.nextInt(NOTICES.length)].replace("\n", "\n# ")
                + "\n\n"
                + code(random, 40 + random.nextInt(400));
      } else if (i % 10 < 9) {
        name = "README-" + i + ".md";
        content =
            "# Project "
                + i
                + "\n\n"
                + prose(random, 30 + random.nextInt(120))
                + "\n\n## License\n\nThe code is released under the MIT License, the weights under CC"
                + " BY-NC 4.0.\n";
      } else {
        name = "data" + i + ".txt";
        content = prose(random, 200 + random.nextInt(600));
      }
      Files.writeString(folder.resolve(name), content);
    }
  }

  private static String code(Random random, int lines) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      s.append("    value_")
          .append(random.nextInt(99))
          .append(" = compute(")
          .append(random.nextInt(9999))
          .append(", other_")
          .append(random.nextInt(50))
          .append(")\n");
    }
    return s.toString();
  }

  private static String prose(Random random, int sentences) {
    String[] words = {
      "the", "model", "was", "trained", "on", "tokens", "from", "several", "sources", "and",
      "evaluated", "with", "a", "benchmark", "of", "questions", "results", "are", "shown", "below"
    };
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      for (int w = 0; w < 12; w++) {
        s.append(words[random.nextInt(words.length)]).append(' ');
      }
      s.append(i % 5 == 4 ? ".\n" : ". ");
    }
    return s.toString();
  }

  private static void run(Path folder) throws IOException {
    long start = System.nanoTime();
    LicenceEngine engine = LicenceEngine.load();
    long loaded = System.nanoTime();
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    LongAdder bytes = new LongAdder();
    LongAdder named = new LongAdder();
    files.parallelStream().forEach(file -> one(engine, file, bytes, named));
    long done = System.nanoTime();
    double seconds = (done - loaded) / 1e9;
    System.out.printf(
        "assay, in one process        %6d files, %5d with a licence, %8.0f files/s, %6.1f MB/s%n",
        files.size(), named.sum(), files.size() / seconds, bytes.sum() / 1e6 / seconds);
    System.out.printf("  index loaded in %.0f ms%s%n", (loaded - start) / 1e6, memory());
  }

  private static void one(LicenceEngine engine, Path file, LongAdder bytes, LongAdder named) {
    try {
      byte[] content = Files.readAllBytes(file);
      bytes.add(content.length);
      TextFile text = TextFile.of("s", String.valueOf(file.getFileName()), content, true);
      named.add(engine.identify(text).isEmpty() ? 0 : 1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The most memory that the process took, where the system tells.
  private static String memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "";
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return ", at most " + Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB";
      }
    }
    return "";
  }
}
