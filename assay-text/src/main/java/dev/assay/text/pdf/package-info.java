/// The text of a PDF, page by page. The library behind it is loaded when the first PDF is opened.
@NullMarked
package dev.assay.text.pdf;

import org.jspecify.annotations.NullMarked;
