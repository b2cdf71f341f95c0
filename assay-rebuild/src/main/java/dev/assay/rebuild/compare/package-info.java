/// Compares a published artefact with a rebuilt one, container apart from content.
@NullMarked
package dev.assay.rebuild.compare;

import org.jspecify.annotations.NullMarked;
