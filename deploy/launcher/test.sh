#!/usr/bin/env bash
# Tests of the launcher itself. Usage: deploy/launcher/test.sh [--quick] [COUNTS_FILE]
# --quick leaves out what starts a service or a database.
#
# The service is stood in for by a small Java program and Maven by a script, so that what is tested here is the launcher:
# its messages, its choices and the life of the processes it starts. Needs a JDK >= 21; parts that need root or a local
# PostgreSQL with pgvector are skipped without them.
# shellcheck disable=SC2030,SC2031 # each test runs in a subshell, so what it sets is its own
# shellcheck disable=SC2317 # tests replace functions of the launcher, which calls them
set -uo pipefail

HERE=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
JIANGWEN_ROOT=$(cd -- "$HERE/../.." && pwd -P)
LAUNCHER=$JIANGWEN_ROOT/jiangwen
QUICK=no
if [[ "${1-}" == --quick ]]; then
    QUICK=yes
    shift
fi
COUNTS_FILE=${1-}
for setting in $(compgen -v JIANGWEN_ | grep -v -e '^JIANGWEN_ROOT$' -e '^JIANGWEN_TEST_MARK$'); do unset "$setting"; done

# shellcheck source=deploy/launcher/common.sh
. "$HERE/common.sh"
# shellcheck source=deploy/launcher/data.sh
. "$HERE/data.sh"
# shellcheck source=deploy/launcher/jdk.sh
. "$HERE/jdk.sh"
# shellcheck source=deploy/launcher/build.sh
. "$HERE/build.sh"
# shellcheck source=deploy/launcher/install.sh
. "$HERE/install.sh"
# shellcheck source=deploy/launcher/pgvector.sh
. "$HERE/pgvector.sh"
# shellcheck source=deploy/launcher/postgres.sh
. "$HERE/postgres.sh"
# shellcheck source=deploy/launcher/docker.sh
. "$HERE/docker.sh"
# shellcheck source=deploy/launcher/service.sh
. "$HERE/service.sh"

WORK=$(mktemp -d "${TMPDIR:-/tmp}/jiangwen-launcher-test.XXXXXX")
WORK=$(cd "$WORK" && pwd -P)
chmod 0711 "$WORK"
STAND_IN=$WORK/checkout # a checkout whose service is the stand-in
RUN=0
FAILED=0
SKIPPED=0

# --- a very small test framework ---

# it CLAIM FUNCTION: runs it in a subshell where the first failing command ends it. Status 77 means skipped.
it() {
    local result=0
    RUN=$((RUN + 1))
    (
        set -e
        "$2"
    ) >"$WORK/output" 2>&1
    result=$?
    case $result in
        0) ;;
        77)
            SKIPPED=$((SKIPPED + 1))
            printf 'skipped: %s: %s\n' "$1" "$(tail -n 1 "$WORK/output")"
            ;;
        *)
            FAILED=$((FAILED + 1))
            printf 'FAILED: the launcher %s\n' "$1"
            sed 's/^/    /' "$WORK/output"
            ;;
    esac
}

skip() {
    printf '%s\n' "$*"
    exit 77
}

# exits CODE COMMAND...: keeps what the command printed in $OUT.
exits() {
    local wanted=$1 got=0
    shift
    OUT=$("$@" 2>&1 </dev/null) || got=$?
    printf '%s\n-> %s (wanted %s)\n%s\n' "$*" "$got" "$wanted" "$OUT"
    [[ "$got" == "$wanted" ]]
}

says() {
    printf 'wanted: %s\n' "$1"
    [[ "$OUT" == *"$1"* ]]
}

same() {
    printf 'got %s, wanted %s\n' "$1" "$2"
    [[ "$1" == "$2" ]]
}

eventually() {
    local left=100
    until "$@"; do
        ((left-- > 0)) || return 1
        sleep 0.1
    done
}

# --- usage ---

refuses_wrong_usage() {
    exits 2 "$LAUNCHER"
    exits 2 "$LAUNCHER" fly
    exits 2 "$LAUNCHER" run --fast
    exits 2 "$LAUNCHER" run --port
    exits 2 "$LAUNCHER" run --port eighty
    exits 2 "$LAUNCHER" run --port 70000
    exits 2 "$LAUNCHER" status --yaml
    exits 2 "$LAUNCHER" test everything
    exits 2 "$LAUNCHER" calibrate --yaml
    exits 1 "$LAUNCHER" calibrate --data "$WORK/nobody"
    says "./jiangwen run --detach"
    exits 2 "$LAUNCHER" import
    exits 2 "$LAUNCHER" import "$WORK/not-there.md"
    says "no readable file"
}

helps() {
    exits 0 "$LAUNCHER" help
    local verb
    for verb in run stop status logs reset import calibrate evaluate test bench help; do says "./jiangwen $verb"; done
}

names_later_verbs() {
    local verb
    for verb in backup restore; do
        exits 1 "$LAUNCHER" "$verb"
        says "not there yet"
    done
}

refuses_production_without_password() {
    exits 1 "$LAUNCHER" run --no-demo --data "$WORK/production"
    says JIANGWEN_ADMIN_PASSWORD
    [[ ! -e "$WORK/production" ]]
}

refuses_reset_without_yes() {
    mkdir -p "$WORK/keep"
    : >"$WORK/keep/.jiangwen-data"
    exits 2 "$LAUNCHER" reset --data "$WORK/keep"
    says "reset --yes"
    [[ -e "$WORK/keep/.jiangwen-data" ]]
}

# --- finding a JDK ---

fake_jdk() {
    mkdir -p "$1/bin"
    printf 'JAVA_VERSION="%s"\n' "$2" >"$1/release"
    printf '#!/bin/sh\n' | tee "$1/bin/java" >"$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

found_jdk() { (
    JDK_SEARCH_PATH=$1
    PATH=/nowhere:$WORK/tools
    jdk_find >/dev/null
    printf '%s' "$JDK_HOME"
); }

# What the finder needs, and no java.
only_tools() {
    local tool
    mkdir -p "$WORK/tools"
    for tool in sed find head dirname readlink tail cat; do ln -sf "$(command -v "$tool")" "$WORK/tools/$tool"; done
}

prefers_newest_long_term_jdk() {
    only_tools
    fake_jdk "$WORK/jdks/a" 17.0.9
    fake_jdk "$WORK/jdks/b" 21.0.4
    fake_jdk "$WORK/jdks/c" 25.0.1
    fake_jdk "$WORK/jdks/d" 26
    unset JAVA_HOME
    same "$(found_jdk "$WORK/jdks")" "$WORK/jdks/c"
    export JAVA_HOME=$WORK/jdks/a # too old: looked past
    same "$(found_jdk "$WORK/jdks")" "$WORK/jdks/c"
    export JAVA_HOME=$WORK/jdks/b # fits: wins
    same "$(found_jdk "$WORK/jdks")" "$WORK/jdks/b"
}

wants_a_compiler() {
    only_tools
    fake_jdk "$WORK/jres/old" 17
    fake_jdk "$WORK/jres/runtime" 25
    rm "$WORK/jres/runtime/bin/javac"
    unset JAVA_HOME
    exits 1 found_jdk "$WORK/jres"
    says "no JDK 21 or newer"
    says "JAVA_HOME="
}

opens_native_access_where_needed() {
    JDK_HOME=/jdk JDK_MAJOR=25 JIANGWEN_JAVA_OPTS='-Xmx700m -Da=b'
    java_command
    same "${JAVA_COMMAND[*]}" "/jdk/bin/java -Xms64m -Xmx384m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -XX:TrimNativeHeapInterval=30000 -Xmx700m -Da=b"
    JDK_MAJOR=21 JIANGWEN_JAVA_OPTS=''
    java_command
    same "${JAVA_COMMAND[*]}" "/jdk/bin/java -Xms64m -Xmx384m -XX:+UseSerialGC"
}

# --- the deploy folder ---

deploys_the_same_command() {
    JDK_HOME=/jdk JDK_MAJOR=25
    java_command
    local options="${JAVA_COMMAND[*]:1} \$JIANGWEN_JAVA_OPTS -jar /opt/jiangwen/quarkus-app/quarkus-run.jar"
    grep -qF -- "exec java $options\"]" "$JIANGWEN_ROOT/deploy/Dockerfile"
    grep -qFx -- "ExecStart=/usr/bin/java $options" "$JIANGWEN_ROOT/deploy/jiangwen.service"
}

has_a_valid_unit() {
    have systemd-analyze || skip "no systemd-analyze"
    [[ -x /usr/bin/java ]] || skip "no /usr/bin/java, which the unit names"
    exits 0 systemd-analyze verify "$JIANGWEN_ROOT/deploy/jiangwen.service"
}

# Settings the deploy files name are settings the service or the launcher reads.
names_no_unknown_setting() {
    local name
    while IFS= read -r name; do
        printf '%s\n' "$name"
        grep -rqF -e "$name" "$LAUNCHER" "$HERE" "$JIANGWEN_ROOT/src/main/resources" "$JIANGWEN_ROOT/deploy/database.sh" "$JIANGWEN_ROOT/deploy/compose.yaml"
    done < <(grep -hoE '^#?JIANGWEN_[A-Z_]+' "$JIANGWEN_ROOT/deploy/jiangwen.env.example" | tr -d '#')
}

# --- the stamp of a build ---

stamp_of() { (
    JIANGWEN_ROOT=$WORK/sources JDK_MAJOR=$1
    build_stamp
); }

builds_when_sources_change() {
    local before sources=$WORK/sources
    mkdir -p "$sources/src/main" "$sources/src/test" "$sources/prompts"
    printf 'a\n' | tee "$sources/pom.xml" "$sources/src/main/A.java" "$sources/src/test/ATest.java" >"$sources/prompts/p.md"
    before=$(stamp_of 21)
    same "$(stamp_of 21)" "$before"
    printf 'b\n' >"$sources/src/test/ATest.java"
    touch "$sources/pom.xml"
    mkdir -p "$sources/target"
    : >"$sources/target/x"
    same "$(stamp_of 21)" "$before"
    [[ "$(stamp_of 25)" != "$before" ]]
    printf 'b\n' >"$sources/prompts/p.md"
    [[ "$(stamp_of 21)" != "$before" ]]
    printf 'a\n' >"$sources/prompts/p.md"
    same "$(stamp_of 21)" "$before"
    mv "$sources/src/main/A.java" "$sources/src/main/B.java"
    [[ "$(stamp_of 21)" != "$before" ]]
}

reads_the_projects_version() {
    JIANGWEN_ROOT=$WORK/pom
    mkdir -p "$JIANGWEN_ROOT"
    printf '%s\n' '<project>' '<parent>' '<version>9</version>' '</parent>' '<version>1.2.3</version>' '<x><version>7</version></x>' >"$JIANGWEN_ROOT/pom.xml"
    same "$(project_version)" 1.2.3
}

# --- PostgreSQL and pgvector ---

fake_postgres() {
    local bin=$1/$2/bin share=$1/$2/share program
    mkdir -p "$bin" "$share/extension"
    for program in initdb pg_ctl psql; do printf '#!/bin/sh\n' >"$bin/$program"; done
    printf '#!/bin/sh\necho "postgres (PostgreSQL) %s.4 (Debian)"\n' "$2" >"$bin/postgres"
    printf '#!/bin/sh\necho "%s"\n' "$share" >"$bin/pg_config"
    chmod +x "$bin"/*
    if [[ -n "${3-}" ]]; then printf "default_version = '%s'\n" "$3" >"$share/extension/vector.control"; fi
}

takes_newest_postgres_with_pgvector() {
    local fakes=$WORK/postgres
    fake_postgres "$fakes" 18
    fake_postgres "$fakes" 17 0.8.7
    fake_postgres "$fakes" 16 0.6.0
    fake_postgres "$fakes" 15 0.8.0
    pg_bin_candidates() { printf '%s\n' "$fakes/18/bin" "$fakes/17/bin" "$fakes/16/bin" "$fakes/15/bin"; }
    CLUSTER=$WORK/no-cluster
    pg_find
    same "$PG_BIN $PGVECTOR_VERSION" "$fakes/17/bin 0.8.7"
    # existing data decides the version
    CLUSTER=$WORK/cluster15
    mkdir -p "$CLUSTER"
    printf '15\n' >"$CLUSTER/PG_VERSION"
    pg_find
    same "$PG_BIN $PGVECTOR_VERSION" "$fakes/15/bin 0.8.0"
    # too old for us is as good as none
    printf '16\n' >"$CLUSTER/PG_VERSION"
    if pg_find; then return 1; fi
    same "$PG_BARE_BIN" "$fakes/16/bin"
}

says_what_is_missing() {
    pg_bin_candidates() { :; }
    docker_usable() { return 1; }
    CLUSTER=$WORK/no-cluster INSTALL_ALLOWED=no
    exits 1 postgres_provide
    says "--no-install"
    says "JIANGWEN_DB_URL="
    if apt_usable; then says "administrator's command"; fi
}

warns_of_old_pgvector() {
    same "$(pgvector_note 0.8.7)" ""
    same "$(pgvector_note 0.8.2)" ""
    same "$(pgvector_note 0.10.0)" ""
    OUT=$(pgvector_note 0.8.1)
    says "without parallel workers"
}

pgvector_or_skip() {
    CLUSTER=$WORK/no-cluster
    pg_find || skip "no local PostgreSQL with pgvector"
    DB_KIND=private
    if is_root && ! database_user_can_enter "$WORK"; then skip "$(database_user) cannot enter $WORK"; fi
}

keeps_its_database_through_a_kill() {
    pgvector_or_skip
    cluster_at "$WORK/cluster" "$WORK/cluster.password"
    trap cluster_stop EXIT
    cluster_create "max_connections = 20"
    cluster_start
    database_fill jiangwen jiangwen secret
    same "$(sql jiangwen <<<"SELECT rolsuper FROM pg_roles WHERE rolname = 'jiangwen'")" f
    same "$(sql jiangwen <<<'SHOW server_encoding')" UTF8
    sql jiangwen <<<'CREATE TABLE kept AS SELECT 42 AS answer'
    same "$(stat -c %a "$WORK/cluster.password")" 600
    local first=$PG_PORT
    kill -9 "$(head -n 1 "$CLUSTER/postmaster.pid")"
    cluster_start "$first"
    same "$(sql jiangwen <<<'SELECT answer FROM kept')" 42
    # A second start takes over what runs.
    local pid
    pid=$(head -n 1 "$CLUSTER/postmaster.pid")
    PG_PORT=""
    cluster_start
    same "$(head -n 1 "$CLUSTER/postmaster.pid")" "$pid"
    database_fill jiangwen jiangwen other
    cluster_stop
    # Its number now belongs to another program, and its port too.
    printf '%s\n/\n' "$$" >"$CLUSTER/postmaster.pid"
    listener
    cluster_start "$TAKEN"
    [[ "$PG_PORT" != "$TAKEN" ]]
    same "$(sql jiangwen <<<'SELECT answer FROM kept')" 42
    cluster_stop
    if cluster_running; then return 1; fi
}

# --- ports ---

# Listens on a free port, TAKEN, until the test ends.
listener() {
    : >"$WORK/listener"
    "$JDK_HOME/bin/jwebserver" -b 127.0.0.1 -p 0 -d "$WORK" >>"$WORK/listener" 2>&1 </dev/null &
    printf '%s\n' "$!" >>"$WORK/started"
    eventually grep -q 'URL http' "$WORK/listener"
    TAKEN=$(sed -n 's#.*URL http://127.0.0.1:\([0-9]*\)/.*#\1#p' "$WORK/listener")
}

knows_free_ports() {
    local port
    listener
    port_taken 127.0.0.1 "$TAKEN"
    port=$(free_port)
    valid_port "$port"
    if port_taken 127.0.0.1 "$port"; then return 1; fi
    [[ "$(next_free_port $((TAKEN - 1)))" != "$TAKEN" ]]
    same "$(http_status 127.0.0.1 "$TAKEN" /)" 200
    same "$(http_status 127.0.0.1 "$port" /)" 000
}

names_a_taken_port() {
    listener
    exits 1 "$LAUNCHER" run --detach --port "$TAKEN" --data "$WORK/taken"
    says "port $TAKEN is taken"
    says "./jiangwen run --port "
}

# --- the data folder ---

keeps_data_in_the_checkout() {
    DATA_WANTED=""
    data_choose "$WORK/plain/.data"
    same "$DATA" "$WORK/plain/.data"
    cd "$WORK"
    data_choose plain/../plain/.data
    same "$DATA" "$WORK/plain/.data"
    JIANGWEN_DATA=$WORK/from-environment
    data_choose ""
    same "$DATA" "$WORK/from-environment"
}

moves_data_out_of_closed_folders() {
    is_root || skip "only root has this case"
    local first closed=$WORK/closed
    mkdir -p "$closed"
    chmod 0700 "$closed"
    JIANGWEN_ROOT=$closed/a
    data_choose ""
    [[ "$DATA" =~ ^/var/lib/jiangwen/[0-9a-f]{16}$ ]]
    first=$DATA
    data_choose ""
    same "$DATA" "$first"
    JIANGWEN_ROOT=$closed/b
    data_choose ""
    [[ "$DATA" != "$first" ]]
    exits 1 "$LAUNCHER" status --data "$closed/c"
    says "cannot enter"
    [[ ! -e /var/lib/jiangwen/$(data_hash) ]]
}

leaves_foreign_folders_alone() {
    mkdir -p "$WORK/foreign"
    printf 'x\n' >"$WORK/foreign/thesis.txt"
    exits 1 "$LAUNCHER" run --detach --data "$WORK/foreign"
    says "not a data folder"
    exits 1 "$LAUNCHER" reset --yes --data "$WORK/foreign"
    says "nothing is deleted"
    [[ -e "$WORK/foreign/thesis.txt" ]]
}

writes_private_secrets() {
    DATA=$WORK/secrets
    data_prepare
    operator_token
    same "$(stat -c %a "$OPERATOR_TOKEN_FILE")" 600
    [[ "$(cat "$OPERATOR_TOKEN_FILE")" =~ ^[0-9a-f]{64}$ ]]
    local before
    before=$(cat "$OPERATOR_TOKEN_FILE")
    operator_token
    same "$(cat "$OPERATOR_TOKEN_FILE")" "$before"
}

reports_a_stopped_service() {
    exits 1 "$LAUNCHER" status --json --data "$WORK/nothing"
    [[ "$OUT" =~ ^\{\"url\":null,\"ready\":false,\"version\":\"[^\"]+\",\"pid\":null,\"database\":null,\"data\":\"$WORK/nothing\"\}$ ]]
    exits 1 "$LAUNCHER" status --data "$WORK/nothing"
    says "not running"
    exits 0 "$LAUNCHER" stop --data "$WORK/nothing"
    exits 1 "$LAUNCHER" logs --data "$WORK/nothing"
    exits 1 "$LAUNCHER" import --data "$WORK/nothing" "$LAUNCHER"
    says "run --detach"
    [[ ! -e "$WORK/nothing" ]]
}

# --- the life of the service, with a stand-in for it ---

# A checkout that "builds" the stand-in: Maven is a script that copies it and counts.
stand_in_checkout() {
    mkdir -p "$STAND_IN/deploy" "$STAND_IN/src/main" "$WORK/maven" "$WORK/jar"
    cp "$LAUNCHER" "$STAND_IN/jiangwen"
    cp -R "$HERE" "$STAND_IN/deploy/launcher"
    printf '<project><version>0.0.1</version></project>\n' >"$STAND_IN/pom.xml"
    "$JDK_HOME/bin/javac" -d "$WORK/jar/classes" "$HERE/StandIn.java"
    "$JDK_HOME/bin/jar" --create --file "$WORK/jar/quarkus-run.jar" --main-class StandIn -C "$WORK/jar/classes" .
    cat >"$WORK/maven/mvn" <<MVN
#!/bin/sh
if [ "\$1" = -v ]; then echo "Apache Maven 3.9.9"; exit 0; fi
echo built >>"$WORK/builds"
rm -rf target/quarkus-app
mkdir -p target/quarkus-app
cp "$WORK/jar/quarkus-run.jar" target/quarkus-app/
MVN
    chmod +x "$WORK/maven/mvn"
}

stand_in() { (become_stand_in "$@"); }

# In the background: $! is then the launcher itself.
become_stand_in() {
    exec env PATH="$WORK/maven:$PATH" JIANGWEN_DB_URL='jdbc:postgresql://127.0.0.1:1/none?password=secret' \
        JIANGWEN_PORT="$SERVICE_PORT" "$STAND_IN/jiangwen" "$@"
}

service_process() { sed -n 's/^pid=//p' "$STAND_IN_DATA/run/facts"; }

# As root the stand-in's data moves when the folder of the tests is closed to others: ask.
stand_in_data() { { stand_in status || true; } | sed -n 's/^data  *\([^ ]*\).*/\1/p'; }

# A port of its own, and nothing left of the test before.
new_stand_in() {
    SERVICE_PORT=$(free_port)
    stand_in reset --yes >/dev/null 2>&1
    STAND_IN_DATA=$(stand_in_data)
    rm -f "$WORK/builds"
    rm -rf "$STAND_IN/target"
}

lives_and_dies() {
    new_stand_in
    # $(...) returns only when nothing holds the caller's stdout any more.
    exits 0 stand_in run --detach
    says "http://localhost:$SERVICE_PORT"
    exits 0 stand_in status --json
    [[ "$OUT" =~ ^\{\"url\":\"http://localhost:$SERVICE_PORT\",\"ready\":true,\"version\":\"0.0.1\",\"pid\":[0-9]+,\"database\":\"given:\ jdbc:postgresql://127.0.0.1:1/none\",\"data\":\"[^\"]+\"\}$ ]]
    local pid stream
    pid=$(service_process)
    for stream in 0 1 2; do
        [[ "$(readlink "/proc/$pid/fd/$stream")" =~ ^(/dev/null|.*/service\.log)$ ]]
    done
    exits 0 stand_in run --detach
    says "already running"
    exits 1 stand_in run
    says "already running"
    exits 1 stand_in run --data "$WORK/second" --detach
    says "port $SERVICE_PORT is taken"
    exits 0 stand_in logs
    says "stand-in serves"
    # killed: found out, and started again without building
    kill -9 "$pid"
    eventually not_alive "$pid"
    exits 1 stand_in status
    exits 0 stand_in run --detach
    same "$(wc -l <"$WORK/builds" | tr -d ' ')" 1
    exits 0 stand_in stop
    says stopped
    exits 1 stand_in status
    exits 0 stand_in stop
    says "nothing is running"
    # new sources: built again
    printf 'x\n' >"$STAND_IN/src/main/New.java"
    exits 0 stand_in run --detach
    same "$(wc -l <"$WORK/builds" | tr -d ' ')" 2
    exits 0 stand_in reset --yes
    [[ ! -e "$STAND_IN_DATA" ]]
    if port_taken 127.0.0.1 "$SERVICE_PORT"; then return 1; fi
}

# Sets launcher; the caller's script goes on when the service is ready. (A background job of a script ignores Ctrl-C; TERM
# takes the same way out.)
run_in_foreground() {
    : >"$WORK/foreground"
    become_stand_in run >>"$WORK/foreground" 2>&1 </dev/null &
    launcher=$!
    eventually grep -q 'is ready at' "$WORK/foreground"
}

not_alive() { ! process_running "$1"; }

ends_with_ctrl_c() {
    new_stand_in
    local launcher result=0
    run_in_foreground
    local pid
    pid=$(service_process)
    kill -TERM "$launcher"
    wait "$launcher" || result=$?
    cat "$WORK/foreground"
    same "$result" 143
    eventually not_alive "$pid"
    grep -q 'stand-in serves' "$WORK/foreground"
    exits 0 stand_in reset --yes
}

stops_a_foreground_run() {
    new_stand_in
    local launcher result=0
    run_in_foreground
    exits 0 stand_in stop
    wait "$launcher" || result=$?
    cat "$WORK/foreground"
    same "$result" 0
    exits 0 stand_in reset --yes
}

outlives_a_killed_launcher() {
    new_stand_in
    local launcher
    run_in_foreground
    kill -9 "$launcher"
    eventually not_alive "$launcher"
    exits 0 stand_in run --detach
    says "already running"
    exits 0 stand_in stop
    exits 0 stand_in run --detach
    exits 0 stand_in reset --yes
}

tells_why_a_service_dies() {
    new_stand_in
    exits 1 env STAND_IN_FAILS='Port 8080 seems to be in use: Address already in use' PATH="$WORK/maven:$PATH" \
        JIANGWEN_DB_URL=jdbc:x "$STAND_IN/jiangwen" run --detach --port "$SERVICE_PORT"
    says "port $SERVICE_PORT is taken"
    exits 1 env STAND_IN_FAILS='the schema is from the future' PATH="$WORK/maven:$PATH" \
        JIANGWEN_DB_URL=jdbc:x "$STAND_IN/jiangwen" run --detach --port "$SERVICE_PORT"
    says "the schema is from the future"
    says "service.log"
    exits 0 stand_in reset --yes
}

imports_files() {
    new_stand_in
    mkdir -p "$WORK/write-ups/inner"
    printf '# Good\n' >"$WORK/write-ups/good.md"
    printf 'text\n' >"$WORK/write-ups/inner/细长轴.txt"
    printf 'no\n' >"$WORK/write-ups/picture.bin"
    exits 0 stand_in run --detach
    exits 0 stand_in import "$WORK/write-ups" --kind CASE --enterprise E1
    says "2 created"
    says "report: "
    cat "$STAND_IN_DATA"/imports/*.tsv
    grep -q $'^CREATED\twrite-ups/inner/细长轴.txt\t' "$STAND_IN_DATA"/imports/*.tsv
    grep -q 'kind=CASE enterprise=E1 dryRun=false' "$STAND_IN_DATA/logs/service.log"
    printf 'broken\n' >"$WORK/write-ups/bad.md"
    exits 1 stand_in import "$WORK/write-ups" "$WORK/write-ups/picture.bin" --dry-run
    says 'failed: write-ups/bad.md, row 1: "bad" has no front matter (front-matter-missing)'
    says "dry run"
    # a wrong token: said, not thrown
    printf 'wrong\n' >"$STAND_IN_DATA/operator.token"
    exits 1 stand_in import "$WORK/write-ups"
    says "HTTP 401"
    mkdir -p "$WORK/empty"
    exits 2 stand_in import "$WORK/empty"
    exits 0 stand_in reset --yes
}

# The stand-in waits until it is told to end, as a long evaluation does.
evaluates() {
    new_stand_in
    exits 2 stand_in evaluate
    exits 0 stand_in evaluate --docs d --queries q
    says "stand-in runs evaluate --docs d --queries q"
    exits 2 stand_in evaluate --docs refused
    exits 1 stand_in bench load
    says "not running"
    # the build that runs is measured, whatever became of the sources
    exits 0 stand_in run --detach
    printf 'y\n' >"$STAND_IN/src/main/Newer.java"
    exits 0 stand_in evaluate --docs d
    says "that build is measured"
    same "$(wc -l <"$WORK/builds" | tr -d ' ')" 1
    exits 0 stand_in stop
    # told to end: the program is, too, and the exit code says so
    local launcher result=0
    become_stand_in evaluate --docs wait >"$WORK/evaluation" 2>&1 </dev/null &
    launcher=$!
    printf '%s\n' "$launcher" >>"$WORK/started"
    eventually grep -q 'stand-in runs' "$WORK/evaluation"
    kill -TERM "$launcher"
    wait "$launcher" || result=$?
    cat "$WORK/evaluation"
    same "$result" 143
    grep -q 'stand-in cleared' "$WORK/evaluation"
    rm -f "$STAND_IN/src/main/Newer.java"
    exits 0 stand_in reset --yes
}

# --- all of it ---

finish() {
    local pid
    if [[ -x "$STAND_IN/jiangwen" ]]; then SERVICE_PORT=1 stand_in reset --yes >/dev/null 2>&1; fi
    while IFS= read -r pid; do end_process "$pid" 5; done < <(cat "$WORK/started" 2>/dev/null)
    rm -rf -- "$WORK"
}

trap finish EXIT
jdk_find

it "refuses wrong usage with exit code 2" refuses_wrong_usage
it "helps" helps
it "names the verbs that come later" names_later_verbs
it "refuses production without an administrator's password" refuses_production_without_password
it "deletes nothing without --yes" refuses_reset_without_yes
it "prefers the newest long-term JDK, and JAVA_HOME when it fits" prefers_newest_long_term_jdk
it "takes no Java without a compiler" wants_a_compiler
it "opens native access on JDK 24 and newer" opens_native_access_where_needed
it "starts what the image and the unit start" deploys_the_same_command
it "ships a unit that systemd accepts" has_a_valid_unit
it "ships settings that are read" names_no_unknown_setting
it "builds when what is built from changed, and only then" builds_when_sources_change
it "reads the version of the project" reads_the_projects_version
it "takes the newest PostgreSQL with pgvector, or that of the data" takes_newest_postgres_with_pgvector
it "says what is missing when it may not install" says_what_is_missing
it "warns of a pgvector with unsafe parallel builds" warns_of_old_pgvector
it "knows free ports from taken ones" knows_free_ports
it "names a taken port and another one" names_a_taken_port
it "keeps the data where it is told" keeps_data_in_the_checkout
it "moves the data out of folders the database's user cannot enter" moves_data_out_of_closed_folders
it "leaves foreign folders alone" leaves_foreign_folders_alone
it "writes secrets only their owner can read" writes_private_secrets
it "reports a stopped service" reports_a_stopped_service
if [[ "$QUICK" == no ]]; then
    stand_in_checkout
    it "keeps its database through a kill" keeps_its_database_through_a_kill
    it "starts, restarts and stops the service" lives_and_dies
    it "ends the service with itself" ends_with_ctrl_c
    it "ends when its service is stopped" stops_a_foreground_run
    it "can be killed and started again" outlives_a_killed_launcher
    it "tells why a service died" tells_why_a_service_dies
    it "imports files and folders" imports_files
    it "evaluates beside the service and without one" evaluates
fi

if [[ -n "$COUNTS_FILE" ]]; then
    printf '<testsuite name="launcher" tests="%s" failures="%s" errors="0" skipped="%s" >\n' "$RUN" "$FAILED" "$SKIPPED" >"$COUNTS_FILE"
fi
printf 'launcher: %s passed, %s failed, %s skipped\n' $((RUN - FAILED - SKIPPED)) "$FAILED" "$SKIPPED"
((FAILED == 0))
