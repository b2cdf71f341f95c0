/// Texts compared word by word: the words of a text, the index of known licences, the alignment.
@NullMarked
package dev.assay.licences.match;

import org.jspecify.annotations.NullMarked;
