/// The stores of other programs on this machine: the hub's cache, Ollama's models, image layouts.
@NullMarked
package dev.assay.sources.store;

import org.jspecify.annotations.NullMarked;
