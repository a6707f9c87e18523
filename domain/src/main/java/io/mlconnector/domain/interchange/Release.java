package io.mlconnector.domain.interchange;

/** The releases of the standard that we read and write. */
public enum Release {
    R004010("004010", "00401"),
    R005010("005010", "00501");

    private final String version;
    private final String controlVersion;

    Release(String version, String controlVersion) {
        this.version = version;
        this.controlVersion = controlVersion;
    }

    /** GS08, without an industry subset. */
    public String version() {
        return version;
    }

    /** ISA12. */
    public String controlVersion() {
        return controlVersion;
    }

    /**
     * The release with this GS08.
     *
     * @throws IllegalArgumentException for any other release
     */
    public static Release of(String version) {
        for (Release release : values()) {
            if (release.version.equals(version)) {
                return release;
            }
        }
        throw new IllegalArgumentException("X12 release " + version + " is not supported; use 004010 or 005010");
    }
}
