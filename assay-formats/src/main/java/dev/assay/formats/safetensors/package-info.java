/// Safetensors files and the index of their shards.
@NullMarked
package dev.assay.formats.safetensors;

import org.jspecify.annotations.NullMarked;
