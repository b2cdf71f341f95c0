/// The network as a source: bounded, counted, cached, and never trusted.
@NullMarked
package dev.assay.sources.web;

import org.jspecify.annotations.NullMarked;
