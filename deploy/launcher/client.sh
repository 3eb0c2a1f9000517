# shellcheck shell=bash
# Verbs that talk to the running service: import and bench.

need_service() {
    if ! service_ready; then
        die "the service is not running on the data in $DATA." "Start it first: ./jiangwen run --detach"
    fi
    OPERATOR_TOKEN_FILE=$DATA/operator.token
    [[ -r "$OPERATOR_TOKEN_FILE" ]] || die "$OPERATOR_TOKEN_FILE cannot be read by $(id -un)." "Use the account that started the service."
}

service_address() {
    local host
    host=$(fact host)
    if [[ "$host" == *:* ]]; then host="[$host]"; fi
    printf 'http://%s:%s' "$host" "$(fact port)"
}

verb_import() {
    local data="" kind="" enterprise="" dry_run=false path
    local -a paths=()
    while (($#)); do
        case $1 in
            --data) need_value "$1" $# && data=$2 && shift ;;
            --kind) need_value "$1" $# && kind=$2 && shift ;;
            --enterprise) need_value "$1" $# && enterprise=$2 && shift ;;
            --dry-run) dry_run=true ;;
            --) shift && paths+=("$@") && break ;;
            -*) usage_error "import does not know '$1'" ;;
            *) paths+=("$1") ;;
        esac
        shift
    done
    ((${#paths[@]})) || usage_error "import needs the files or folders to load"
    for path in "${paths[@]}"; do
        [[ -r "$path" ]] || usage_error "there is no readable file or folder '$path'"
    done
    data_choose "$data"
    need_service
    jdk_find
    local report
    report=$DATA/imports/$(date +%Y%m%d-%H%M%S)-$$.tsv
    if [[ ! -w "$DATA/imports" ]]; then report=$(mktemp "${TMPDIR:-/tmp}/jiangwen-import.XXXXXX.tsv"); fi
    JIANGWEN_OPERATOR_TOKEN_FILE=$OPERATOR_TOKEN_FILE "$JDK_HOME/bin/java" -Xmx256m -XX:+UseSerialGC \
        "$JIANGWEN_ROOT/deploy/launcher/ImportClient.java" "$(service_address)" "$report" "$kind" "$enterprise" "$dry_run" "${paths[@]}"
}

# The measuring programs are part of the service's own jar.
verb_bench() {
    local data=""
    local -a rest=()
    while (($#)); do
        if [[ "$1" == --data ]]; then
            need_value "$1" $#
            data=$2
            shift
        else
            rest+=("$1")
        fi
        shift
    done
    data_choose "$data"
    service_command bench ${rest[@]+"${rest[@]}"}
}

# service_command NAME ARGS...: a batch command of the service's jar, beside the running service and on its database.
service_command() {
    need_service
    jdk_find
    java_command
    export JIANGWEN_BENCH_URL=${JIANGWEN_BENCH_URL:-$(service_address)}
    export JIANGWEN_DATA=$DATA JIANGWEN_OPERATOR_TOKEN_FILE=$OPERATOR_TOKEN_FILE
    if [[ -z "${JIANGWEN_DB_URL-}" && "$(fact db_kind)" != given ]]; then
        local port
        port=$(fact database | sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p')
        export JIANGWEN_DB_URL=jdbc:postgresql://127.0.0.1:$port/jiangwen JIANGWEN_DB_USER=jiangwen
        JIANGWEN_DB_PASSWORD=$(cat "$DATA/db/service.password")
        export JIANGWEN_DB_PASSWORD
    fi
    exec "${JAVA_COMMAND[@]}" -Djiangwen.command="$1" -jar "$DATA/app/quarkus-app/quarkus-run.jar" "$@"
}
