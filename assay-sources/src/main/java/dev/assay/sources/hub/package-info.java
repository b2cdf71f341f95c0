/// Hugging Face's hub, read header-first.
@NullMarked
package dev.assay.sources.hub;

import org.jspecify.annotations.NullMarked;
