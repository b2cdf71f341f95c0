/// Tokenizers and vocabularies: no weights, but what weights must agree with.
@NullMarked
package dev.assay.formats.tokenizer;

import org.jspecify.annotations.NullMarked;
