/// Runs a release's own recipe in a sandbox and compares what comes out with what was published.
@NullMarked
package dev.assay.rebuild;

import org.jspecify.annotations.NullMarked;
