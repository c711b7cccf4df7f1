#!/usr/bin/env bash
# Restores, checks the format, builds and runs every test on SQLite and PostgreSQL.
# The last line says `N passed, N failed, N skipped`, summed over all test projects. The exit code is 0 only
# when every project ran at least one test and none failed or was skipped.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# Build servers would outlive this script; the compiler's is this build's own (see compile) and ends with it.
export MSBUILDDISABLENODEREUSE=1

solution=SmartTracker.Web.sln
passed=0 failed=0 skipped=0
pg_home='' pg_bin='' pg_running='' results=

say() { printf '\n== %s\n' "$*"; }
die() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

finish() {
    local code=$?
    trap - EXIT
    # Whoever interrupts this script means the tests as well.
    jobs -rp | xargs -r kill 2>/dev/null || true
    stop_compiler
    stop_postgres
    rm -rf "$results"
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    exit "$code"
}

# --- What the tests need ---------------------------------------------------------------------------------------------

newest_postgres() {
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    if [ -n "$found" ] && [ -x "$found/initdb" ]; then
        echo "$found"
    elif command -v initdb >/dev/null && command -v pg_ctl >/dev/null; then
        dirname "$(readlink -f "$(command -v initdb)")"
    fi
}

has_postgres() { [ -n "${SMARTTRACKER_TEST_POSTGRES:-}" ] || [ -n "$(newest_postgres)" ]; }
# The IPP reader is tested with CUPS' real printer, which insists on DNS-SD.
has_ippeveprinter() {
    local tool
    for tool in ippeveprinter ipptool avahi-daemon dbus-daemon unshare; do
        PATH=$PATH:/usr/sbin:/sbin command -v "$tool" >/dev/null || return 1
    done
}
# The SNMP client is tested with net-snmp's real agent.
has_snmpd() { PATH=$PATH:/usr/sbin:/sbin command -v snmpd >/dev/null; }
has_chromium() {
    local name
    [ -n "${SMARTTRACKER_CHROMIUM:-}" ] && return 0
    for name in chromium chromium-browser google-chrome-stable google-chrome; do command -v "$name" >/dev/null && return 0; done
    return 1
}
has_libicu() { compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_packages() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || return 1
    say "Installing $*"
    as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

need_tools() {
    command -v dotnet >/dev/null || die "The .NET SDK is missing; install version 10.0.100 or newer."
    dotnet --version >/dev/null 2>&1 || die "No installed .NET SDK fits global.json; install version 10.0.100 or newer."

    local packages=() missing=()
    has_postgres || packages+=(postgresql)
    has_libicu || packages+=(libicu-dev)
    # Without a font the browser lays out empty boxes.
    has_chromium || packages+=(chromium fonts-liberation)
    has_ippeveprinter || packages+=(cups-ipp-utils cups-client avahi-daemon dbus util-linux)
    has_snmpd || packages+=(snmpd)
    [ ${#packages[@]} = 0 ] || install_packages "${packages[@]}" || true
    has_postgres || missing+=(PostgreSQL)
    has_libicu || missing+=(libicu)
    has_chromium || missing+=(Chromium)
    has_ippeveprinter || missing+=("CUPS' ippeveprinter and ipptool with avahi-daemon and dbus-daemon")
    has_snmpd || missing+=("net-snmp's snmpd")
    [ ${#missing[@]} = 0 ] || die "The tests need $(IFS=';'; echo "${missing[*]}"), which could not be installed here; install it and run again, because no test may be skipped."
}

# --- A throw-away PostgreSQL -----------------------------------------------------------------------------------------

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

start_postgres() {
    if [ -n "${SMARTTRACKER_TEST_POSTGRES:-}" ]; then
        say "PostgreSQL: the one that SMARTTRACKER_TEST_POSTGRES names"
        return
    fi

    pg_bin=$(newest_postgres)
    # Short, because a socket's path may have no more than 107 characters.
    pg_home=$(mktemp -d /tmp/st-pg.XXXXXX)
    [ "$(id -u)" != 0 ] || chown postgres: "$pg_home"
    say "PostgreSQL: a throw-away cluster of $("$pg_bin/postgres" --version)"
    (cd /
    as_postgres "$pg_bin/initdb" -D "$pg_home/data" -U smarttracker --auth=trust --encoding=UTF8 --locale=C --no-sync >"$pg_home.log" 2>&1 &&
        as_postgres "$pg_bin/pg_ctl" -D "$pg_home/data" -l "$pg_home/server.log" -w -t 60 \
            -o "-c listen_addresses='' -c unix_socket_directories=$pg_home -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=500" \
            start >>"$pg_home.log" 2>&1) || { cat "$pg_home.log" "$pg_home/server.log" >&2 || true; die "PostgreSQL did not start; its own words are above."; }
    pg_running=1
    # Only its socket, in a folder of its own: no port that somebody else could hold.
    export SMARTTRACKER_TEST_POSTGRES="Host=$pg_home;Username=smarttracker;Database=postgres"
}

stop_postgres() {
    [ -n "$pg_home" ] || return 0
    [ -z "$pg_running" ] || (cd / && as_postgres "$pg_bin/pg_ctl" -D "$pg_home/data" -m immediate -w stop >/dev/null 2>&1) || true
    rm -rf "$pg_home" "$pg_home.log"
}

# --- Build -----------------------------------------------------------------------------------------------------------

# One compiler for all projects instead of a cold one for each. Under a name of its own, because a server that an older build
# left behind may answer with that build's generated code (Directory.Build.props says what was seen).
compiler=smarttracker-build-$$
compile() {
    dotnet build "$solution" --no-restore -warnaserror -nologo -v minimal -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler"
    stop_compiler
}
stop_compiler() { pkill -f -- "-pipename:$compiler" || true; }

# --- Tests -----------------------------------------------------------------------------------------------------------

# The figure behind `succeeded: 12` in what a test project printed, or nothing.
figure() { sed -nE "s/^ *$1: ([0-9]+).*/\1/p" "$2" | tail -n 1; }

# Tests run briefly and make much: profiling code for a later, better compilation does not pay off, nor do small young generations whose
# collections visit the finalizers of every compiled expression. A quarter of the time.
quick_tests() { export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=100 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x8000000; }

# Runs one project. When it has ended, its figures appear, or all it said where it is not green. An .exe per project; a hanging test
# ends after 20 minutes instead of never. Without `--ansi off` the figures come coloured where the environment says that it is a continuous integration (CI, GITHUB_ACTIONS, TF_BUILD).
run_project() {
    local name=$1 code=0
    "tests/$name/bin/Debug/net10.0/$name" --progress off --ansi off --timeout 20m >"$results/$name" 2>&1 || code=$?
    echo "$code" >"$results/$name.code"
    {
        flock 9
        printf '\n== %s\n' "$name"
        if [ "$code" = 0 ]; then tail -n 6 "$results/$name"; else cat "$results/$name"; fi
    } 9>"$results/lock"
}

# What failed and why, from the output of a project.
failures() { awk '/^failed /{show=1} /^[^ ]/&&!/^failed /{show=0} show' "$1"; }

# Two projects at a time, because tests wait more than they work.
run_tests() {
    local project name output code ok bad skip verdict=0
    results=$(mktemp -d)
    quick_tests
    for project in tests/*.Tests/*.Tests.csproj; do
        while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || true; done
        run_project "$(basename "$project" .csproj)" &
    done
    wait

    for project in tests/*.Tests/*.Tests.csproj; do
        name=$(basename "$project" .csproj) output=$results/$(basename "$project" .csproj)
        code=$(cat "$output.code" 2>/dev/null || echo missing)
        ok=$(figure succeeded "$output") bad=$(figure failed "$output") skip=$(figure skipped "$output")
        passed=$((passed + ${ok:-0})) failed=$((failed + ${bad:-0})) skipped=$((skipped + ${skip:-0}))
        if [ "${ok:-0}" = 0 ] && [ "${bad:-0}" = 0 ] && [ "${skip:-0}" = 0 ]; then
            printf 'build.sh: %s ran no test (exit code %s).\n' "$name" "$code" >&2
            verdict=1
        elif [ "$code" != 0 ] || [ "${bad:-0}" != 0 ] || [ "${skip:-0}" != 0 ]; then
            printf 'build.sh: %s is not green (exit code %s).\n' "$name" "$code" >&2
            failures "$output" >&2
            verdict=1
        fi
    done
    return "$verdict"
}

trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

need_tools
say "Restore, exactly what the lock files name"
dotnet restore "$solution" -p:LockedRestore=true
say "Format"
# Layout only: style and analyzers are errors of the build below, the order of usings is an architecture test.
# `dotnet format` mends what this finds.
dotnet format whitespace --folder . --verify-no-changes --exclude '**/obj/' '**/bin/'
say "Build"
compile
start_postgres
run_tests
