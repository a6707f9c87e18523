package io.mlconnector.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** One slice for each package of a module. */
final class PackageSlices implements SliceAssignment {

    private final PackageMatcher module;

    PackageSlices(String module) {
        this.module = PackageMatcher.of(module);
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return module.matches(type.getPackageName())
                ? SliceIdentifier.of(type.getPackageName())
                : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "the packages of " + module;
    }
}
