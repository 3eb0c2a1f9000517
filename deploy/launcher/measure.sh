# shellcheck shell=bash
# evaluate and bench: batch commands of the service's jar, on a database but without a served page. They use the
# database of a running service, or start the private one and end it again when nobody else is at work on it.

MEASURE_WORDS=()
MEASURE_PID=""
MEASURE_STARTED=no # whether the database may have been started by this command

verb_evaluate() {
    measure_options "$@"
    ((${#MEASURE_WORDS[@]})) || usage_error "evaluate needs --docs and --queries"
    measure evaluate "${MEASURE_WORDS[@]}"
}

# query and embed measure the code itself; load asks the running service.
verb_bench() {
    measure_options "$@"
    local word suite=all
    for word in ${MEASURE_WORDS[@]+"${MEASURE_WORDS[@]}"}; do
        case $word in
            query | embed | load | all) suite=$word ;;
        esac
    done
    if [[ "$suite" == load ]]; then need_service; fi
    if [[ "$suite" == load || "$suite" == all ]] && service_ready; then
        JIANGWEN_BENCH_URL=${JIANGWEN_BENCH_URL:-$(service_address)}
        export JIANGWEN_BENCH_URL
    fi
    measure bench ${MEASURE_WORDS[@]+"${MEASURE_WORDS[@]}"}
}

# measure_options ARGS...: takes --data for the launcher; MEASURE_WORDS is the rest.
measure_options() {
    local data=""
    MEASURE_WORDS=()
    while (($#)); do
        case $1 in
            --data) need_value "$1" $# && data=$2 && shift ;;
            *) MEASURE_WORDS+=("$1") ;;
        esac
        shift
    done
    data_choose "$data"
}

measure() {
    local result=0
    data_prepare
    trap 'measure_interrupted 130' INT
    trap 'measure_interrupted 143' TERM HUP
    trap measure_end EXIT
    measure_lock
    printf '%s\n' "$$" >"$DATA/run/measure.$$"
    jdk_find
    # Baselines are Lucene and langchain4j alone, matching is models alone, the others read their input only.
    case "${2-}" in
        baselines | matching | citations | anonymise | fit) ;;
        *) database_provide ;;
    esac
    measure_build
    if [[ -n "$DB_KIND" ]]; then measure_database; fi
    measure_unlock
    java_command 1g
    export JIANGWEN_DATA=$DATA
    "${JAVA_COMMAND[@]}" -Djiangwen.command="$1" -jar "$DATA/app/quarkus-app/quarkus-run.jar" "$@" </dev/null &
    MEASURE_PID=$!
    wait "$MEASURE_PID" || result=$?
    MEASURE_PID=""
    exit "$result"
}

# Starting and ending the database is done by one command at a time. The lock ends with the process at the latest.
measure_lock() {
    if have flock; then
        exec 7>>"$DATA/run/measure.lock"
        flock 7
    fi
}

measure_unlock() { if have flock; then exec 7>&-; fi; }

# Is another command of this kind at work on this data folder?
others_measure() {
    local file pid found=1
    for file in "$DATA"/run/measure.[0-9]*; do
        pid=${file##*.}
        if [[ ! -f "$file" || "$pid" == "$$" ]]; then continue; fi
        if process_is "$pid" jiangwen; then found=0; else rm -f -- "$file"; fi
    done
    return "$found"
}

# What runs must not see its files replaced.
measure_build() {
    if { [[ -n "$(service_pid)" ]] || others_measure; } && [[ -f "$DATA/app/quarkus-app/quarkus-run.jar" ]]; then
        if [[ "$(cat "$DATA/app/stamp" 2>/dev/null)" != "$(build_stamp)" ]]; then
            warn "the sources changed since the build that is at work on $DATA: that build is measured (another data folder gets its own: --data DIR)"
        fi
        return 0
    fi
    build_service
}

measure_database() {
    if [[ "$DB_KIND" == given ]]; then return 0; fi
    if [[ -n "$(service_pid)" && "$(fact db_kind)" != given ]]; then
        measure_at "$(fact database | sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p')"
    elif [[ "$DB_KIND" == docker ]] && others_measure; then
        measure_at "$(cat "$DATA/run/measure.port")"
    else
        MEASURE_STARTED=yes
        database_start
        printf '%s\n' "$PG_PORT" >"$DATA/run/measure.port"
    fi
}

# measure_at PORT: the private database that runs already.
measure_at() {
    export JIANGWEN_DB_URL=jdbc:postgresql://127.0.0.1:$1/jiangwen JIANGWEN_DB_USER=jiangwen
    JIANGWEN_DB_PASSWORD=$(cat "$DATA/db/service.password")
    export JIANGWEN_DB_PASSWORD
}

# The program drops its schema before it ends.
measure_interrupted() {
    trap '' INT TERM HUP
    say ""
    say "stopping..."
    exit "$1"
}

measure_end() {
    local result=$?
    trap '' INT TERM HUP EXIT
    set +e
    if [[ -n "$MEASURE_PID" ]]; then end_process "$MEASURE_PID" 60; fi
    measure_lock
    rm -f -- "$DATA/run/measure.$$"
    if [[ "$DB_KIND" == private || "$DB_KIND" == docker ]] && [[ -z "$(service_pid)$(launcher_pid)" ]] && ! others_measure; then
        if [[ "$MEASURE_STARTED" == yes || "$DB_KIND" == private ]]; then database_stop; fi
    fi
    exit "$result"
}
