package dev.assay.licences.match;

/// Words that the SPDX matching guidelines treat as equal: spellings of one word.
final class Spelling {
  private static final int SLOTS = 512;

  /// A hash of a spelling, and behind it that of the word it stands for; 0 where a slot is free.
  private static final long[] CANONICAL = table();

  private Spelling() {}

  static long canonical(long hash) {
    int slot = (int) hash & (SLOTS - 1);
    while (CANONICAL[2 * slot] != 0) {
      if (CANONICAL[2 * slot] == hash) {
        return CANONICAL[2 * slot + 1];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return hash;
  }

  private static long[] table() {
    String pairs =
        """
        acknowledgment acknowledgement
        analogue analog
        analyse analyze
        artefact artifact
        authorisation authorization
        authorised authorized
        calibre caliber
        cancelled canceled
        capitalisations capitalizations
        catalogue catalog
        categorise categorize
        centre center
        emphasised emphasized
        favour favor
        favourite favorite
        fulfil fulfill
        fulfilment fulfillment
        initialise initialize
        judgment judgement
        labelling labeling
        labour labor
        licence license
        licences licenses
        licenced licensed
        licencing licensing
        sublicence sublicense
        sublicenced sublicensed
        maximise maximize
        modelled modeled
        modelling modeling
        offence offense
        optimise optimize
        organisation organization
        organise organize
        practise practice
        programme program
        realise realize
        recognise recognize
        signalling signaling
        utilisation utilization
        whilst while
        wilful willful
        percent percentage
        owner holder
        owners holders
        """;
    long[] table = new long[2 * SLOTS];
    for (String line : pairs.split("\n")) {
      String[] pair = line.split(" ");
      long hash = Words.hashOf(pair[0]);
      int slot = (int) hash & (SLOTS - 1);
      while (table[2 * slot] != 0) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      table[2 * slot] = hash;
      table[2 * slot + 1] = Words.hashOf(pair[1]);
    }
    return table;
  }
}
