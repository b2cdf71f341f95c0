/// Formats of toolkits for language: OpenNLP and spaCy.
@NullMarked
package dev.assay.formats.language;

import org.jspecify.annotations.NullMarked;
