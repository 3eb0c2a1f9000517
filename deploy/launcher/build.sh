# shellcheck shell=bash
# Builds the service when its sources changed, and keeps the build that runs apart from the next one.

readonly MAVEN_MINIMUM=3.8.7
BUILD_STAMP=""
BUILD_DIR="" # where Maven runs

# The hash of everything the packaged service is made from (names and contents), and of the JDK. Tests are not in it.
build_stamp() {
    local -a files=()
    local file
    cd "$JIANGWEN_ROOT" || return 1
    while IFS= read -r -d '' file; do files+=("$file"); done < <(build_sources)
    {
        sha256_lines ${files[@]+"${files[@]}"}
        printf 'jdk %s\n' "$JDK_MAJOR"
    } | sha256
}

build_sources() {
    find pom.xml src knowledge-base prompts tsconfig.json -path src/test -prune -o -type f -print0 2>/dev/null |
        LC_ALL=C sort -z
}

# The version the pom gives the project (not that of a parent or a dependency).
project_version() {
    local version
    version=$(awk '/<parent>/ {skip=1} /<\/parent>/ {skip=0} !skip && /<version>/ {print; exit}' \
        "$JIANGWEN_ROOT/pom.xml" 2>/dev/null | sed 's/.*<version>\([^<]*\)<.*/\1/')
    printf '%s' "${version:-unknown}"
}

maven_check() {
    local version
    have mvn || die "Maven is not installed." "Install Maven $MAVEN_MINIMUM or newer (as root on Debian or Ubuntu: apt-get install maven), then run the same command again."
    version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
    if [[ -n "$version" ]] && version_lt "$version" "$MAVEN_MINIMUM"; then
        die "Maven $version is too old." "Install Maven $MAVEN_MINIMUM or newer, put it first on the PATH, and run the same command again."
    fi
}

# Leaves the service that fits the sources in $DATA/app/quarkus-app: building it only when nothing there fits.
build_service() {
    [[ -f "$JIANGWEN_ROOT/pom.xml" ]] || die "there is no pom.xml in $JIANGWEN_ROOT." "Run the launcher of a complete checkout."
    BUILD_STAMP=$(build_stamp)
    if [[ "$(cat "$DATA/app/stamp" 2>/dev/null)" == "$BUILD_STAMP" && -f "$DATA/app/quarkus-app/quarkus-run.jar" ]]; then
        return 0
    fi
    maven_check
    mkdir -p "$JIANGWEN_ROOT/target"
    ( # the lock ends with this subshell
        BUILD_DIR=$JIANGWEN_ROOT
        build_lock || build_beside
        if [[ "$(cat "$BUILD_DIR/target/jiangwen.stamp" 2>/dev/null)" != "$BUILD_STAMP" ||
            ! -f "$BUILD_DIR/target/quarkus-app/quarkus-run.jar" ]]; then
            build_run
        fi
        app_copy
        if [[ "$BUILD_DIR" != "$JIANGWEN_ROOT" ]]; then rm -rf -- "$BUILD_DIR"; fi
    )
}

# One build or test at a time in target/; whoever holds the lock lets go of it by ending.
build_lock() {
    have flock || return 0
    exec 8>>"$JIANGWEN_ROOT/target/jiangwen.lock"
    flock -n 8
}

# While `test` or another build is at work in target/, build a copy of the sources instead of waiting for it.
build_beside() {
    say "a test or another build is at work in target/: building a copy of the sources instead"
    BUILD_DIR=$DATA/build
    rm -rf -- "$BUILD_DIR"
    mkdir -p "$BUILD_DIR"
    (cd "$JIANGWEN_ROOT" && find . -mindepth 1 -maxdepth 1 ! -name target ! -name '.data*' ! -name .git \
        ! -name node_modules ! -path "$DATA" -exec cp -a -- {} "$BUILD_DIR/" \;)
}

build_run() {
    local log=$DATA/logs/build.log
    if [[ -d "$BUILD_DIR/target/quarkus-app" ]]; then
        say "building the service: its sources changed (about 1 minute)..."
    else
        say "building the service (first time about 3 minutes; details in $log)..."
    fi
    rm -f "$BUILD_DIR/target/jiangwen.stamp"
    if ! (cd "$BUILD_DIR" && mvn -q -B -ntp -DskipTests -Dquick package) >"$log" 2>&1 </dev/null; then
        { grep -E '^\[ERROR\] .' "$log" | grep -vE 'Help 1|re-run Maven|full debug|For more information' || tail -n 25 "$log"; } |
            head -n 25 >&2
        die "the build failed; the whole output is in $log" "Correct what it names, then run the same command again." \
            "Downloads that broke off are taken up again by the next try."
    fi
    [[ -f "$BUILD_DIR/target/quarkus-app/quarkus-run.jar" ]] ||
        die "the build made no target/quarkus-app/quarkus-run.jar." "See $log, then run the same command again."
    printf '%s\n' "$BUILD_STAMP" >"$BUILD_DIR/target/jiangwen.stamp"
}

# The running service must not see its files replaced by the next build or by `test`: it gets its own folder, made of
# hard links where the file system allows (Maven replaces files, it does not write into them).
app_copy() {
    local new=$DATA/app/new
    rm -rf -- "$new" "$DATA/app/stamp"
    cp -al -- "$BUILD_DIR/target/quarkus-app" "$new" 2>/dev/null || {
        rm -rf -- "$new"
        cp -a -- "$BUILD_DIR/target/quarkus-app" "$new"
    }
    rm -rf -- "$DATA/app/quarkus-app"
    mv -- "$new" "$DATA/app/quarkus-app"
    project_version >"$DATA/app/version"
    printf '%s\n' "$BUILD_STAMP" >"$DATA/app/stamp"
}
