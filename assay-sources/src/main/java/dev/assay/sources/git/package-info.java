/// Git repositories at a commit, read without a checkout and without Git's own program.
@NullMarked
package dev.assay.sources.git;

import org.jspecify.annotations.NullMarked;
