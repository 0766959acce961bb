package homstyle;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom, as docs/architecture.md draws it. */
@AnalyzeClasses(packages = "homstyle", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ROOMS_KNOW_NOBODY_ABOVE_THEM = noClasses()
            .that()
            .resideInAPackage("homstyle.room..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("homstyle", "homstyle.session..", "homstyle.http..", "homstyle.access..")
            .because("the way goes http → session → room, never back");

    @ArchTest
    static final ArchRule SESSIONS_DO_NOT_KNOW_HTTP = noClasses()
            .that()
            .resideInAPackage("homstyle.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("homstyle", "homstyle.http..")
            .because("the way goes http → session → room, never back");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("homstyle.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PROTOCOL_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("homstyle.protocol..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("homstyle.protocol..", "java..", "com.fasterxml.jackson..")
            .because("it is values and their JSON, for every program that speaks it");

    @ArchTest
    static final ArchRule METRICS_KNOW_NOBODY = classes()
            .that()
            .resideInAPackage("homstyle.metrics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "homstyle.metrics..", "homstyle.protocol..", "java..", "com.sun.management", "io.micrometer..")
            .because("everybody tells it what happened");

    @ArchTest
    static final ArchRule METERS_ARE_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("homstyle.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..")
            .because("the others say what happened, and RoomMetrics how it is measured");

    @ArchTest
    static final ArchRule PERSISTENCE_KNOWS_NO_ROOMS = noClasses()
            .that()
            .resideInAPackage("homstyle.persistence..")
            .should()
            .dependOnClassesThat(resideInAPackage("homstyle..").and(not(resideInAPackage("homstyle.persistence.."))))
            .because("it keeps bytes under ids, whatever they mean");

    @ArchTest
    static final ArchRule CONFIGURATION_IS_READ_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages("homstyle", "homstyle.persistence")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.typesafe.config..")
            .because("Settings reads it once, and the journal brings its own");

    @ArchTest
    static final ArchRule ROOMS_DECIDE_WITHOUT_ACTORS = noClasses()
            .that()
            .haveFullyQualifiedName("homstyle.room.Room")
            .or()
            .haveNameMatching("homstyle\\.room\\.(Locks|RequestMemory|Decision|RoomEvent|Origin|RoomRules)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.pekko..")
            .because("all rules are plain records, to be tested as such");
}
