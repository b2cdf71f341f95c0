/// GGUF and the files that came before it.
@NullMarked
package dev.assay.formats.ggml;

import org.jspecify.annotations.NullMarked;
