# shellcheck shell=bash
# Finds a JDK (with a compiler) of version 21 or newer, also when `java` on the PATH is older.

readonly JDK_MINIMUM=21
JDK_HOME=""
JDK_MAJOR=""

# jdk_major HOME: the major version of the JDK there, empty when it is none.
jdk_major() {
    local version
    [[ -x "$1/bin/java" && -x "$1/bin/javac" ]] || return 0
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1) || true
    if [[ -z "$version" ]]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9][0-9]*\).*/\1/p' | head -n 1) || true
    fi
    printf '%s' "$version"
}

# The folders to look into, one a line: the usual places of distributions, vendors and SDKMAN.
jdk_candidates() {
    local java folder
    if java=$(command -v java 2>/dev/null); then
        java=$(readlink -f -- "$java" 2>/dev/null || printf '%s' "$java")
        dirname "$(dirname "$java")"
    fi
    for folder in ${JDK_SEARCH_PATH:-/usr/lib/jvm /usr/java /opt /opt/java "$HOME/.sdkman/candidates/java" "$HOME/.jdks" \
        /opt/homebrew/opt /usr/local/opt}; do
        find -L "$folder" -mindepth 1 -maxdepth 1 -type d 2>/dev/null || true
    done
    find -L /Library/Java/JavaVirtualMachines -mindepth 3 -maxdepth 3 -name Home 2>/dev/null || true
}

# Long-term releases are 21, 25, 29 and so on; one of those comes before anything newer.
jdk_rank() {
    if ((($1 - 21) % 4 == 0)); then printf '%s' $(($1 + 1000)); else printf '%s' "$1"; fi
}

# Sets JDK_HOME, JDK_MAJOR and JAVA_HOME. JAVA_HOME wins when it fits.
jdk_find() {
    local home major rank best=0
    JDK_HOME=""
    if [[ -n "${JAVA_HOME-}" ]]; then
        major=$(jdk_major "$JAVA_HOME")
        if [[ -n "$major" ]] && ((major >= JDK_MINIMUM)); then
            jdk_use "$JAVA_HOME" "$major"
            return 0
        fi
    fi
    while IFS= read -r home; do
        major=$(jdk_major "$home")
        if [[ -z "$major" ]] || ((major < JDK_MINIMUM)); then continue; fi
        rank=$(jdk_rank "$major")
        if ((rank > best)); then
            best=$rank
            jdk_use "$home" "$major"
        fi
    done < <(jdk_candidates)
    if [[ -z "$JDK_HOME" ]]; then jdk_missing; fi
}

jdk_use() {
    JDK_HOME=$1
    JDK_MAJOR=$2
    export JAVA_HOME=$JDK_HOME
}

jdk_missing() {
    die "no JDK $JDK_MINIMUM or newer was found (with javac), neither in JAVA_HOME${JAVA_HOME:+ ($JAVA_HOME)} nor on the PATH, in /usr/lib/jvm, /opt or ~/.sdkman." \
        "Install one, for example Temurin 25 (as root: apt-get install temurin-25-jdk, where that archive is set up;" \
        "Debian 13 and Ubuntu: apt-get install openjdk-21-jdk-headless), or unpack one below /opt." \
        "Then run the same command again; JAVA_HOME=/path/to/jdk chooses a particular one."
}

# java_command [HEAP]: sets JAVA_COMMAND, the program and the options every start of the service shares
# (deploy/Dockerfile has the same). Commands that hold a whole corpus ask for more heap.
java_command() {
    JAVA_COMMAND=("$JDK_HOME/bin/java" -Xms64m -Xmx384m -XX:+UseSerialGC)
    # The models allocate outside the heap; what they freed goes back to the system twice a minute.
    if ((JDK_MAJOR >= 24)); then JAVA_COMMAND+=(--enable-native-access=ALL-UNNAMED -XX:TrimNativeHeapInterval=30000); fi
    if [[ -n ${1-} ]]; then JAVA_COMMAND+=("-Xmx$1"); fi # the last one counts
    local -a extra=()
    read -r -a extra <<<"${JIANGWEN_JAVA_OPTS-}"
    JAVA_COMMAND+=(${extra[@]+"${extra[@]}"})
}
