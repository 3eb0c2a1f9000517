# shellcheck shell=bash
# run, stop, status, logs, reset: the life of the service.

readonly LOG_LIMIT=20000000 # bytes; a longer service.log is set aside at the next start
DATABASE_TEXT=""
SERVICE_PID=""
SERVICE_LOG_START=0
PORT=""
HOST=""
PROBE_HOST=""
URL=""
LOG_FOLLOWER=""

# --- run ---

verb_run() {
    local data="" detach=no demo=${JIANGWEN_DEMO:-true}
    PORT=${JIANGWEN_PORT:-8080}
    while (($#)); do
        case $1 in
            --port) need_value "$1" $# && PORT=$2 && shift ;;
            --data) need_value "$1" $# && data=$2 && shift ;;
            --detach) detach=yes ;;
            --no-demo) demo=false ;;
            --no-install) INSTALL_ALLOWED=no ;;
            *) usage_error "run does not know '$1'" ;;
        esac
        shift
    done
    valid_port "$PORT" || usage_error "'$PORT' is not a port (1 to 65535)"
    run_settings "$demo"
    data_choose "$data"
    data_prepare
    data_lock || already_running "$detach"
    [[ -z "$DATA_MOVED" ]] || say "data in $DATA ($DATA_MOVED)"
    trap 'run_interrupted 130' INT
    trap 'run_interrupted 143' TERM HUP
    trap run_failed EXIT
    port_check
    jdk_find
    database_provide
    build_service
    database_start
    operator_token
    port_check
    service_start
    service_wait_ready "$detach"
    if [[ "$detach" == yes ]]; then
        trap - EXIT
        rm -f -- "$DATA/run/launcher.pid"
        printf '%s\n' "$URL"
    else
        service_foreground
    fi
}

# What the service reads from its environment, apart from the database.
run_settings() {
    local demo=$1
    if [[ "$demo" != true && -z "${JIANGWEN_ADMIN_PASSWORD-}" ]]; then
        die "without the demo accounts an administrator's password is needed." \
            "Set JIANGWEN_ADMIN_PASSWORD (12 characters or more) and run the same command again; it becomes the password of the account admin."
    fi
    HOST=${JIANGWEN_HOST:-127.0.0.1}
    case $HOST in
        0.0.0.0 | '::' | localhost) PROBE_HOST=127.0.0.1 ;;
        *) PROBE_HOST=$HOST ;;
    esac
    if [[ "$demo" == true && "$PROBE_HOST/$HOST" != 127.0.0.1/127.0.0.1 && "$HOST" != localhost && "$HOST" != ::1 ]]; then
        warn "the demo accounts have a well-known password and the service listens on $HOST: use --no-demo outside a demonstration"
    fi
    URL=${JIANGWEN_PUBLIC_URL:-http://localhost:$PORT}
    export JIANGWEN_DEMO=$demo JIANGWEN_PORT=$PORT JIANGWEN_HOST=$HOST
}

already_running() {
    local url
    url=$(fact url)
    if service_ready; then
        say "Jiangwen is already running at $url (process $(fact pid), data $DATA)."
        say "  './jiangwen stop' ends it; another instance needs its own data folder and port: --data DIR --port N"
        if [[ "$1" == yes && "$(fact port)" == "$PORT" ]]; then
            printf '%s\n' "$url"
            exit 0
        fi
        exit 1
    fi
    die "another './jiangwen run' is at work on $DATA (process $(cat "$DATA/run/launcher.pid" 2>/dev/null || printf unknown))." \
        "Wait for it ('./jiangwen status'), or end it with './jiangwen stop'."
}

port_check() {
    port_taken "$PROBE_HOST" "$PORT" || return 0
    port_taken_message
}

port_taken_message() {
    local holder=""
    if have ss; then holder=$(ss -Hltnp "sport = :$PORT" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ by \1 (process \2)/p' | head -n 1) || true; fi
    die "port $PORT is taken$holder." "Use another one: ./jiangwen run --port $(next_free_port "$PORT")"
}

service_start() {
    local log=$DATA/logs/service.log
    java_command
    export JIANGWEN_PUBLIC_URL=$URL JIANGWEN_DATA=$DATA JIANGWEN_OPERATOR_TOKEN_FILE=$OPERATOR_TOKEN_FILE
    if [[ -f "$log" ]] && (($(wc -c <"$log") > LOG_LIMIT)); then mv -f -- "$log" "$log.1"; fi
    touch "$log"
    SERVICE_LOG_START=$(wc -c <"$log")
    say "starting the service (log $log)..."
    (detached "${JAVA_COMMAND[@]}" -Djiangwen.data="$DATA" -jar "$DATA/app/quarkus-app/quarkus-run.jar") \
        </dev/null >>"$log" 2>&1 &
    SERVICE_PID=$!
    facts_write "url=$URL" "pid=$SERVICE_PID" "host=$PROBE_HOST" "port=$PORT" "version=$(cat "$DATA/app/version")" \
        "db_kind=$DB_KIND" "database=$DATABASE_TEXT"
}

# The log of this start only.
service_log() { tail -c "+$((SERVICE_LOG_START + 1))" "$DATA/logs/service.log"; }

service_wait_ready() {
    local limit=${JIANGWEN_START_TIMEOUT:-600} began=$SECONDS told=$SECONDS
    if [[ "$1" != yes ]]; then follow_log; fi
    until [[ "$(http_status "$PROBE_HOST" "$PORT" /q/health/ready)" == 200 ]]; do
        process_running "$SERVICE_PID" || service_died
        if ((SECONDS - began > limit)); then
            service_log | tail -n 20 >&2
            die "the service is not ready after $limit s." "See $DATA/logs/service.log; JIANGWEN_START_TIMEOUT=N waits longer."
        fi
        if ((SECONDS - told >= 15)); then
            told=$SECONDS
            say "  still starting ($((SECONDS - began)) s; the first start reads and embeds the knowledge base)..."
        fi
        sleep 0.3
    done
    process_running "$SERVICE_PID" || service_died # someone else's answer on that port
    say "Jiangwen $(fact version) is ready at $URL"
}

service_died() {
    if service_log | grep -qiE 'already bound|address already in use|port.* in use'; then port_taken_message; fi
    if [[ -z "$LOG_FOLLOWER" ]]; then service_log | tail -n 20 >&2; fi
    die "the service ended while starting; its log is $DATA/logs/service.log" "Correct what it names, then run the same command again."
}

follow_log() {
    local -a watch=()
    # GNU tail ends by itself when this launcher is killed.
    if tail --version 2>/dev/null | grep -q GNU; then watch=("--pid=$$"); fi
    (close_descriptors && exec tail -c "+$((SERVICE_LOG_START + 1))" -f ${watch[@]+"${watch[@]}"} "$DATA/logs/service.log") &
    LOG_FOLLOWER=$!
}

service_foreground() {
    say "Ctrl-C stops it; './jiangwen help' has the other verbs"
    local result=0
    wait "$SERVICE_PID" || result=$?
    if [[ ! -e "$DATA/run/stopping" ]]; then
        die "the service ended by itself (exit code $result)." "See $DATA/logs/service.log, then run the same command again."
    fi
    rm -f -- "$DATA/run/stopping"
}

run_interrupted() {
    trap '' INT TERM HUP
    say ""
    say "stopping..."
    exit "$1"
}

# However `run` ends without a service left behind on purpose: end what it started.
run_failed() {
    local result=$?
    trap '' INT TERM HUP EXIT
    set +e
    if [[ -n "$SERVICE_PID" ]] && process_running "$SERVICE_PID"; then end_process "$SERVICE_PID" 30; fi
    if [[ "$DB_KIND" == private || "$DB_KIND" == docker ]]; then database_stop; fi
    if [[ -n "$LOG_FOLLOWER" ]]; then
        sleep 0.2
        kill "$LOG_FOLLOWER" 2>/dev/null
    fi
    facts_forget
    exit "$result"
}

# --- what runs ---

# service_pid: the process of this data folder's service, empty when it does not run.
service_pid() {
    local pid
    pid=$(fact pid)
    if [[ -n "$pid" ]] && process_running "$pid" && process_is "$pid" "-Djiangwen.data=$DATA "; then printf '%s' "$pid"; fi
}

service_ready() {
    [[ -n "$(service_pid)" && "$(http_status "$(fact host)" "$(fact port)" /q/health/ready)" == 200 ]]
}

# The `run` that holds the lock of this data folder, empty when there is none.
launcher_pid() {
    local pid lock
    pid=$(cat "$DATA/run/launcher.pid" 2>/dev/null) || return 0
    if [[ "$pid" == "$$" ]] || ! process_is "$pid" jiangwen; then return 0; fi
    lock=$(readlink "/proc/$pid/fd/9" 2>/dev/null) || true
    if [[ -z "$lock" || "$lock" == "$DATA/run/lock" ]]; then printf '%s' "$pid"; fi
}

# data_option VERB ARGS...: for verbs whose only option is --data; chooses the folder.
data_option() {
    local verb=$1 data=""
    shift
    while (($#)); do
        case $1 in
            --data) need_value "$1" $# && data=$2 && shift ;;
            *) usage_error "$verb does not know '$1'" ;;
        esac
        shift
    done
    data_choose "$data"
}

# --- stop ---

verb_stop() {
    data_option stop "$@"
    if ! data_exists; then
        say "nothing is running (there is no data in $DATA)"
        return 0
    fi
    stop_all
}

stop_all() {
    local pid launcher stopped=""
    pid=$(service_pid)
    launcher=$(launcher_pid)
    [[ -w "$DATA/run" ]] || die "the data in $DATA belongs to $(stat -c %U "$DATA" 2>/dev/null || printf 'another user')." "Stop it as that user."
    if [[ -n "$pid" ]]; then
        if [[ -n "$launcher" ]]; then : >"$DATA/run/stopping"; fi
        say "stopping the service (process $pid)..."
        end_process "$pid" 30
        stopped=yes
    fi
    if [[ -n "$launcher" ]]; then
        if [[ -z "$pid" ]]; then kill -TERM "$launcher" 2>/dev/null || true; fi
        wait_gone "$launcher" 90 || die "the './jiangwen run' of this data folder (process $launcher) is still building." "Press Ctrl-C where it runs, or wait and stop again."
        stopped=yes
    fi
    data_cluster
    if cluster_running; then
        say "stopping the private database..."
        stopped=yes
    fi
    database_stop
    rm -f -- "$DATA/run/stopping"
    facts_forget
    if [[ -n "$stopped" ]]; then say "stopped"; else say "nothing is running"; fi
}

wait_gone() {
    local left=$(($2 * 5))
    while process_running "$1"; do
        ((left-- > 0)) || return 1
        sleep 0.2
    done
}

# --- status ---

verb_status() {
    local json=no
    local -a rest=()
    while (($#)); do
        if [[ "$1" == --json ]]; then json=yes; else rest+=("$1"); fi
        shift
    done
    data_option status ${rest[@]+"${rest[@]}"}
    local pid ready=false version
    pid=$(service_pid)
    if service_ready; then ready=true; fi
    version=$(fact version)
    version=${version:-$(project_version)}
    if [[ "$json" == yes ]]; then status_json "$pid" "$ready" "$version"; else status_text "$pid" "$ready" "$version"; fi
    [[ "$ready" == true ]] || exit 1
}

status_json() {
    local url=null pid=null database=null
    if [[ -n "$1" ]]; then
        url=$(json_string "$(fact url)")
        pid=$1
        database=$(json_string "$(fact database)")
    fi
    printf '{"url":%s,"ready":%s,"version":%s,"pid":%s,"database":%s,"data":%s}\n' \
        "$url" "$2" "$(json_string "$3")" "$pid" "$database" "$(json_string "$DATA")"
}

status_text() {
    local launcher
    if [[ "$2" == true ]]; then
        printf 'Jiangwen %s is ready at %s\n' "$3" "$(fact url)"
    elif [[ -n "$1" ]]; then
        printf 'Jiangwen %s runs at %s but is not ready; see ./jiangwen logs\n' "$3" "$(fact url)"
    else
        launcher=$(launcher_pid)
        if [[ -n "$launcher" ]]; then
            printf 'Jiangwen %s is being built or started (process %s)\n' "$3" "$launcher"
        else
            printf 'Jiangwen %s is not running; start it with ./jiangwen run\n' "$3"
        fi
    fi
    if [[ -n "$1" ]]; then
        printf 'service   process %s, log %s\n' "$1" "$DATA/logs/service.log"
        printf 'database  %s\n' "$(fact database)"
    else
        data_cluster
        if cluster_running; then printf 'database  left running by a killed start; the next run takes it over, stop ends it\n'; fi
    fi
    printf 'data      %s%s\n' "$DATA" "${DATA_MOVED:+ (not in $DATA_WANTED: $DATA_MOVED)}"
}

# --- logs ---

verb_logs() {
    local follow=no
    local -a rest=()
    while (($#)); do
        if [[ "$1" == -f || "$1" == --follow ]]; then follow=yes; else rest+=("$1"); fi
        shift
    done
    data_option logs ${rest[@]+"${rest[@]}"}
    local log=$DATA/logs/service.log
    [[ -f "$log" ]] || die "there is no log yet in $DATA." "Start the service first: ./jiangwen run"
    if [[ "$follow" == yes ]]; then exec tail -n 50 -F "$log"; fi
    tail -n 500 "$log"
}

# --- reset ---

verb_reset() {
    local yes=no
    local -a rest=()
    while (($#)); do
        if [[ "$1" == --yes ]]; then yes=yes; else rest+=("$1"); fi
        shift
    done
    data_option reset ${rest[@]+"${rest[@]}"}
    [[ "$yes" == yes ]] || usage_error "reset deletes all data in $DATA: conversations, tickets, knowledge, accounts. If you mean it: ./jiangwen reset --yes"
    if ! data_exists; then
        if [[ -n "$(ls -A -- "$DATA" 2>/dev/null)" ]]; then
            die "$DATA is not a data folder of Jiangwen (no .jiangwen-data in it): nothing is deleted." "Give the right one with --data DIR."
        fi
        say "there is no data in $DATA"
        return 0
    fi
    local in_docker=""
    if [[ -e "$DATA/db/docker.env" ]]; then in_docker=yes; fi
    stop_all
    if [[ -n "$in_docker" ]]; then docker_delete_data; fi
    rm -rf -- "$DATA" 2>/dev/null || find "$DATA" -mindepth 1 -delete # the folder itself may be a mount point
    say "deleted $DATA"
}
