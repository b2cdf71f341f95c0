/// Licence names, tags and expressions to identifiers.
@NullMarked
package dev.assay.licences.names;

import org.jspecify.annotations.NullMarked;
