package dev.assay.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.net.URLClassLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The direction of dependencies that ARCHITECTURE.md draws.
class HouseRulesTest {
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.assay");
  }

  @Test
  void modules_depend_only_downwards() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.assay..")
        .layer("model")
        .definedBy("dev.assay.model..")
        .layer("io")
        .definedBy("dev.assay.io..")
        .layer("formats")
        .definedBy("dev.assay.formats..")
        .layer("licences")
        .definedBy("dev.assay.licences..")
        .layer("code")
        .definedBy("dev.assay.code..")
        .layer("text")
        .definedBy("dev.assay.text..")
        .layer("sources")
        .definedBy("dev.assay.sources..")
        .layer("profiles")
        .definedBy("dev.assay.profiles..")
        .layer("engine")
        .definedBy("dev.assay.engine..")
        .layer("weights")
        .definedBy("dev.assay.weights..")
        .layer("rebuild")
        .definedBy("dev.assay.rebuild..")
        .layer("reports")
        .definedBy("dev.assay.reports..")
        .layer("cli")
        .definedBy("dev.assay.cli..")
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("io")
        .mayOnlyAccessLayers("model")
        .whereLayer("formats")
        .mayOnlyAccessLayers("model", "io")
        .whereLayer("licences")
        .mayOnlyAccessLayers("model", "io")
        .whereLayer("code")
        .mayOnlyAccessLayers("model", "io")
        .whereLayer("text")
        .mayOnlyAccessLayers("model", "io")
        .whereLayer("sources")
        .mayOnlyAccessLayers("model", "io")
        .whereLayer("profiles")
        .mayOnlyAccessLayers("model", "io")
        .whereLayer("reports")
        .mayOnlyAccessLayers("model")
        .whereLayer("weights")
        .mayOnlyAccessLayers("model", "io", "formats")
        .whereLayer("rebuild")
        .mayOnlyAccessLayers("model", "io", "formats", "weights")
        .whereLayer("engine")
        .mayOnlyAccessLayers("model", "io", "formats", "licences", "code", "text", "profiles")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(classes);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("dev.assay.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void only_the_command_line_prints_or_exits() {
    noClasses()
        .that()
        .resideInAPackage("dev.assay..")
        .and()
        .resideOutsideOfPackages(
            "dev.assay.cli..",
            "dev.assay.licences.build..",
            "dev.assay.bench..",
            "dev.assay.testing..")
        .and()
        // A program of its own: the throw-away process that locks itself in before it starts
        // a build.
        .doNotHaveSimpleName("LandlockLauncher")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(classes);
  }

  @Test
  void nothing_deserialises_or_loads_code_from_a_release() {
    noClasses()
        .that()
        .resideInAPackage("dev.assay..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.io.ObjectInputStream.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(URLClassLoader.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("javax.script..")
        .check(classes);
  }

  @Test
  void the_network_is_for_sources_only() {
    noClasses()
        .that()
        .resideInAPackage("dev.assay..")
        .and()
        .resideOutsideOfPackage("dev.assay.sources..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.net.Socket.class)
        .check(classes);
  }

  /// Entities and external files are shut out in one place.
  @Test
  void xml_is_read_by_one_parser() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.assay.io.Xml")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(javax.xml.stream.XMLInputFactory.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.xml.parsers..",
            "javax.xml.transform..",
            "javax.xml.xpath..",
            "javax.xml.validation..",
            "javax.xml.bind..",
            "org.xml.sax..",
            "org.w3c.dom..")
        .check(classes);
  }
}
