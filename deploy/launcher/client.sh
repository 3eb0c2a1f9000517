# shellcheck shell=bash
# Verbs that talk to the running service: import, calibrate.

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

# The jar of the running service has the client.
verb_calibrate() {
    local data=""
    local -a words=()
    while (($#)); do
        case $1 in
            --data) need_value "$1" $# && data=$2 && shift ;;
            --json) words+=("$1") ;;
            *) usage_error "calibrate does not know '$1'" ;;
        esac
        shift
    done
    data_choose "$data"
    need_service
    jdk_find
    JIANGWEN_SERVICE_URL=$(service_address)
    export JIANGWEN_SERVICE_URL JIANGWEN_OPERATOR_TOKEN_FILE=$OPERATOR_TOKEN_FILE
    "$JDK_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -Djiangwen.command=calibrate \
        -jar "$DATA/app/quarkus-app/quarkus-run.jar" calibrate ${words[@]+"${words[@]}"} </dev/null
}
