/// Reports: an {@link dev.assay.model.Assessment} in, a document out. Everything that came from a
/// release is hostile text; each medium has one place that escapes it ({@link
/// dev.assay.reports.SafeText} for terminals, the writers of Markdown and HTML for theirs), and
/// nothing is printed around it.
@NullMarked
package dev.assay.reports;

import org.jspecify.annotations.NullMarked;
