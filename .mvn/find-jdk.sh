# Sourced by mvnw and ml-connector: sets "java" to the java command of a JDK of at least 21, or explains and exits.
# Looks at JAVA_HOME, the PATH and the folders in which systems keep their JDKs, in this order.

jdk_of_at_least() {
    # $1: a java command, $2: the least feature version; the version line looks like: openjdk version "25.0.3"
    found=$("$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    [ -n "$found" ] && [ "$found" -ge "$2" ] 2>/dev/null && [ -x "$(dirname "$1")/javac" ]
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ] && jdk_of_at_least "$JAVA_HOME/bin/java" 21; then
        java=$JAVA_HOME/bin/java
        return
    fi
    on_path=$(command -v java 2>/dev/null || true)
    if [ -n "$on_path" ]; then
        # The PATH often holds a link; javac is looked for beside the real file.
        on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
        if jdk_of_at_least "$on_path" 21; then
            java=$on_path
            return
        fi
    fi
    for candidate in /usr/lib/jvm/*/bin/java /opt/*/bin/java /opt/java/*/bin/java /usr/java/*/bin/java \
        /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java "$HOME"/.sdkman/candidates/java/*/bin/java \
        "$HOME"/.jdks/*/bin/java; do
        if [ -x "$candidate" ] && jdk_of_at_least "$candidate" 21; then
            java=$candidate
            return
        fi
    done
    echo "No JDK of version 21 or newer was found (looked at JAVA_HOME, the PATH, /usr/lib/jvm, /opt, /usr/java," >&2
    echo "~/.sdkman, ~/.jdks and the macOS folder). Install one, or set JAVA_HOME to it, and try again." >&2
    exit 1
}
