/// Makes the index and the fingerprints at build time; nothing here runs in the product.
@NullMarked
package dev.assay.licences.build;

import org.jspecify.annotations.NullMarked;
