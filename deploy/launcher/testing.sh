# shellcheck shell=bash
# test: what CI and people run. Prepares the tools, runs Maven's suites against a database that is thrown away, then the
# launcher's own tests, and adds up.

TEST_HOME=""   # temporary folder, removed at the end
TEST_MARK=""   # marks every process of this run, see reap
TEST_MAVEN=()  # Maven's processes while they run
TEST_RESULT=0

verb_test() {
    local suite=${1:-all}
    (($# <= 1)) || usage_error "test takes one suite"
    case $suite in
        unit | it | page | soak | all) ;;
        *) usage_error "test knows unit, it, page, soak and all, not '$suite'" ;;
    esac
    [[ -f "$JIANGWEN_ROOT/pom.xml" ]] || die "there is no pom.xml in $JIANGWEN_ROOT." "Run the launcher of a complete checkout."
    jdk_find
    maven_check
    say "tests ($suite): JDK $JDK_MAJOR in $JDK_HOME"
    trap test_cleanup EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    test_home
    if [[ "$suite" != unit ]]; then test_database; fi
    if [[ "$suite" == page || "$suite" == all ]]; then browser_provide; fi
    if [[ "$suite" == it || "$suite" == all ]]; then curl_provide; fi
    test_maven "$suite"
    if [[ "$suite" == unit || "$suite" == it || "$suite" == all ]]; then test_launcher "$suite"; fi
    test_summary "$suite"
    exit "$TEST_RESULT"
}

# A temporary folder that the database's user can enter.
test_home() {
    local parent
    TEST_MARK=jiangwen-test-$$-$(random_hex 6)
    for parent in "${TMPDIR:-/tmp}" /tmp /var/tmp; do
        if [[ -d "$parent" && -w "$parent" ]] && { ! is_root || database_user_can_enter "$parent"; }; then
            TEST_HOME=$(mktemp -d "$parent/jiangwen-test.XXXXXX")
            chmod 0711 "$TEST_HOME"
            printf '%s\n' "$$" >"$TEST_HOME/owner"
            test_sweep "$parent"
            return 0
        fi
    done
    die "no temporary folder can be used by $(database_user): neither ${TMPDIR:-/tmp}, /tmp nor /var/tmp." "Set TMPDIR to one and run the same command again."
}

# Ends and removes what an earlier `test` of this user left when it was killed.
test_sweep() {
    local old
    for old in "$1"/jiangwen-test.*; do
        if [[ "$old" == "$TEST_HOME" || ! -O "$old" || ! -f "$old/owner" ]]; then continue; fi
        if process_is "$(cat "$old/owner")" jiangwen; then continue; fi
        (cluster_at "$old/postgres" "$old/password" && cluster_stop) || true
        rm -rf -- "$old"
    done
}

test_database() {
    cluster_at "$TEST_HOME/postgres" "$TEST_HOME/password"
    postgres_provide
    if [[ "$DB_KIND" != private ]]; then
        die "the tests need a local PostgreSQL with pgvector (a container is used by 'run' only)." \
            "The administrator's command (as root): $JIANGWEN_ROOT/jiangwen prepare test"
    fi
    # What is thrown away need not survive a power cut.
    cluster_create 'fsync = off' 'synchronous_commit = off' 'full_page_writes = off'
    cluster_start
    local half
    for half in "" _1 _2; do database_fill "jiangwen_test$half"; done
    say "test database: PostgreSQL $PG_MAJOR on 127.0.0.1:$PG_PORT, pgvector $PGVECTOR_VERSION"
    export JIANGWEN_TEST_DB_URL=jdbc:postgresql://127.0.0.1:$PG_PORT/jiangwen_test JIANGWEN_TEST_DB_USER=postgres
    JIANGWEN_TEST_DB_PASSWORD=$(cat "$SUPERUSER_PASSWORD_FILE")
    export JIANGWEN_TEST_DB_PASSWORD JIANGWEN_PGVECTOR_VERSION=$PGVECTOR_VERSION
}

test_maven() {
    local goal=verify
    if [[ "$1" == unit ]]; then goal=test; fi
    if [[ "$1" == all ]]; then goal=package; fi
    cd "$JIANGWEN_ROOT" || exit 1
    mkdir -p target
    if have flock; then
        exec 8>>target/jiangwen.lock
        if ! flock -n 8; then
            say "waiting: another build or test is at work in this checkout..."
            flock 8
        fi
    fi
    rm -rf target/surefire-reports target/failsafe-reports target/jiangwen.stamp
    test_environment
    maven_start "$goal" "-Djiangwen.suite=$1"
    maven_await
    if [[ "$1" == all && "$TEST_RESULT" == 0 ]]; then test_halves; fi
    printf '\n'
    reap
}

# The integration tests on two cores: those of the whole service beside those of its packages, each with a database of
# its own. What the second half says follows when both have ended.
test_halves() {
    local -a run=(failsafe:integration-test failsafe:verify)
    say "integration tests in two halves, side by side"
    maven_start "${run[@]}" -Dit.half=_1 '-Dit.include=io/jiangwen/*IT.java'
    await_first_half
    maven_start "${run[@]}" -Dit.half=_2 '-Dit.exclude=io/jiangwen/*IT.java' >"$TEST_HOME/second-half.log" 2>&1
    maven_await
    say "the second half"
    cat "$TEST_HOME/second-half.log"
}

# Both make the pages' scripts in the same folder before they start: the second waits until the first has its tables.
await_first_half() {
    local left
    for ((left = 300; left > 0; left--)); do
        process_running "${TEST_MAVEN[0]}" || return 0
        [[ -z "$(sql jiangwen_test_1 <<<"SELECT 1 FROM pg_class WHERE relname = 'flyway_schema_history'")" ]] || return 0
        sleep 1
    done
}

maven_start() {
    (close_descriptors 8 && exec mvn -B -ntp "$@") </dev/null &
    TEST_MAVEN+=("$!")
}

# Waits for all that were started; what failed fails the run.
maven_await() {
    local pid
    for pid in "${TEST_MAVEN[@]}"; do wait "$pid" || TEST_RESULT=$?; done
    TEST_MAVEN=()
}

# Tests see no setting of a running service, and find their browser without downloading one.
test_environment() {
    local name
    for name in $(compgen -v JIANGWEN_); do
        case $name in
            JIANGWEN_ROOT | JIANGWEN_TEST_* | JIANGWEN_CHROMIUM | JIANGWEN_EVAL_DIR | JIANGWEN_PGVECTOR_VERSION) ;;
            *) unset "$name" ;;
        esac
    done
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 JIANGWEN_TEST_MARK=$TEST_MARK
}

test_launcher() {
    local result=0
    local -a quick=()
    if [[ "$1" == unit ]]; then quick=(--quick); fi
    "$BASH" "$JIANGWEN_ROOT/deploy/launcher/test.sh" ${quick[@]+"${quick[@]}"} "$TEST_HOME/launcher-counts" </dev/null || result=$?
    if ((result != 0 && TEST_RESULT == 0)); then TEST_RESULT=1; fi
    reap
}

# Adds up the reports of Maven and of the launcher's tests. A suite of Maven's that executed nothing is a failure.
test_summary() {
    local total failures errors skipped executed
    executed=$(maven_reports | test_counts | awk '{print $1 - $4}')
    read -r total failures errors skipped < <({
        maven_reports
        cat "$TEST_HOME/launcher-counts" 2>/dev/null || true
    } | test_counts)
    printf '\n'
    if ((failures + errors > 0 && TEST_RESULT == 0)); then TEST_RESULT=1; fi
    if ((TEST_RESULT != 0)); then
        printf 'The tests failed (exit code %s): see the first [ERROR] or FAILED above; reports are in target/surefire-reports and target/failsafe-reports.\n' "$TEST_RESULT"
    elif ((executed == 0)); then
        TEST_RESULT=1
        printf "Maven executed no test of the suite '%s': that counts as a failure. Does the suite's pattern fit the names of its classes?\n" "$1"
    else
        printf 'All suites passed.\n'
    fi
    printf 'Tests run: %s, Failures: %s, Errors: %s, Skipped: %s\n' "$total" "$failures" "$errors" "$skipped"
}

# The opening tag of every report, one a line.
maven_reports() {
    find target/surefire-reports target/failsafe-reports -name 'TEST-*.xml' -exec sh -c 'for report; do
        tr "\n" " " <"$report" | grep -o "<testsuite [^>]*>" | head -n 1; done' sh {} + 2>/dev/null || true
}

# The sums of such tags: run, failures, errors, skipped.
test_counts() {
    awk '
        function count(name,   text) {
            if (match($0, " " name "=\"[0-9]+\"") == 0) return 0
            text = substr($0, RSTART, RLENGTH)
            gsub(/[^0-9]/, "", text)
            return text + 0
        }
        {t += count("tests"); f += count("failures"); e += count("errors"); s += count("skipped")}
        END {print t + 0, f + 0, e + 0, s + 0}'
}

# Ends what the tests started and left: forked JVMs, browsers and drivers that made sessions of their own. They are
# known by a mark in the environment that only this run gave out.
reap() {
    local pid signal
    [[ -n "$TEST_MARK" && -d /proc/self ]] || return 0
    for signal in TERM KILL; do
        for pid in $(marked_processes); do kill "-$signal" "$pid" 2>/dev/null || true; done
        for _ in 1 2 3 4 5 6 7 8 9 10; do
            [[ -n "$(marked_processes)" ]] || return 0
            sleep 0.2
        done
    done
}

marked_processes() {
    local file
    { grep -lzsx "JIANGWEN_TEST_MARK=$TEST_MARK" /proc/[0-9]*/environ || true; } | while IFS= read -r file; do
        file=${file#/proc/}
        file=${file%/environ}
        if [[ "$file" != "$$" && "$file" != "$BASHPID" ]] && process_running "$file"; then printf '%s\n' "$file"; fi
    done
}

test_cleanup() {
    local result=$? pid
    trap '' INT TERM HUP EXIT
    set +e
    for pid in ${TEST_MAVEN[@]+"${TEST_MAVEN[@]}"}; do end_process "$pid" 10; done
    reap
    if [[ -n "$TEST_HOME" && -d "$TEST_HOME" ]]; then
        if [[ -n "$CLUSTER" && "$CLUSTER" == "$TEST_HOME"/* ]]; then cluster_stop; fi
        rm -rf -- "$TEST_HOME"
    fi
    exit "$result"
}
