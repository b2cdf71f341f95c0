/// Packages of registries and package managers: models travel in them, often under another licence
/// than the package's.
@NullMarked
package dev.assay.sources.registry;

import org.jspecify.annotations.NullMarked;
