/// What licences allow and ask, as facts with their clauses.
@NullMarked
package dev.assay.licences.terms;

import org.jspecify.annotations.NullMarked;
