#!/usr/bin/env bash
# Installs, kills, updates and uninstalls the published on-site agent under a real systemd: PID 1 of namespaces of its own, over this computer's
# files, of which nothing is changed. Needs root, systemd 247 or newer, and a host on this computer. Tick the agent's printers while it waits.
#   agent-under-systemd.sh PROGRAM SERVER TOKEN NETWORKS
set -euo pipefail
[ $# = 4 ] || { sed -n 2,4p "$0" >&2; exit 2; }

become_system() {
    mount --make-rprivate /
    mount -t tmpfs tmpfs /mnt
    local folder units=/usr/lib/systemd/system
    # What is changed here is changed in memory only.
    for folder in etc usr/local/bin var/lib; do
        mkdir -p "/mnt/$folder/upper" "/mnt/$folder/work"
        mount -t overlay overlay -o "lowerdir=/$folder,upperdir=/mnt/$folder/upper,workdir=/mnt/$folder/work" "/$folder"
    done
    # Without everything that a whole system starts.
    mkdir /mnt/units
    cp "$units"/{basic,sysinit,multi-user,network,network-online,shutdown,umount}.target /mnt/units
    for folder in "$units" /etc/systemd/system /usr/lib/systemd/system-generators /run; do mount -t tmpfs tmpfs "$folder"; done
    cp /mnt/units/* "$units"
    mkdir -p /run/systemd /run/lock
    mount -t proc proc /proc
    container=unshare exec /lib/systemd/systemd --system --unit=multi-user.target --log-target=console --log-level=warning --show-status=no
}
if [ "$1" = become-system ]; then become_system; fi

program=$(realpath "$1") server=$2 token=$3 networks=$4 unit=smarttracker-agent
unshare --mount --pid --fork --uts --ipc --cgroup "$0" become-system - - - &
system=$!
trap 'kill -9 $(pgrep -P "$system") 2>/dev/null || true' EXIT
sleep 3

there() { nsenter -t "$(pgrep -P "$system")" -m -p -u -i -C "$@"; }
say() { printf '\n== %s\n' "$*"; }
state() { there systemctl show "$unit" -p ActiveState,SubState,NRestarts,MainPID,User --value | paste -sd' '; }
agent() { there "$unit" status || true; }

say enrol
there "$program" enroll --server "$server" --token "$token" --allow "$networks"
say install
there "$program" install
there systemd-analyze verify "/etc/systemd/system/$unit.service" && echo "systemd-analyze has nothing to complain of"
state
there grep -E 'Uid|NoNewPrivs|CapEff|Seccomp:' "/proc/$(there systemctl show "$unit" -p MainPID --value)/status"
there ls -ld "/var/lib/$unit"
say "reads its printers, as soon as they are ticked"
for _ in $(seq 60); do
    agent | grep -q 'Printers: *[1-9]' && break
    sleep 1
done
sleep 10
agent
say "killed"
there systemctl kill -s KILL "$unit"
sleep 13
state
agent
say "installed again over itself"
there "$program" install
state
say "uninstall"
there "$unit" uninstall
there systemctl status "$unit" --no-pager 2>&1 | head -1 || true
there ls "/var/lib/$unit" "/usr/local/bin/$unit"
