package dev.assay.licences.match;

import java.util.HashMap;
import java.util.Map;

/// Words that the SPDX matching guidelines treat as equal: spellings of one word.
final class Spelling {
  private static final Map<Long, Long> CANONICAL = table();

  private Spelling() {}

  static long canonical(long hash) {
    Long other = CANONICAL.get(hash);
    return other == null ? hash : other;
  }

  private static Map<Long, Long> table() {
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
    Map<Long, Long> map = new HashMap<>();
    for (String line : pairs.split("\n")) {
      String[] pair = line.split(" ");
      map.put(Words.hashOf(pair[0]), Words.hashOf(pair[1]));
    }
    return Map.copyOf(map);
  }
}
