/// Models in XML: OpenVINO IR and PMML.
@NullMarked
package dev.assay.formats.xml;

import org.jspecify.annotations.NullMarked;
