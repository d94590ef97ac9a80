#!/bin/bash
# SPDX-License-Identifier: MIT
# docs/cluster's scripts under Slurm, with a controller and two nodes on this machine: a job array
# extracts the articles of a file of JSON Lines, one node is lost in the middle of it and comes
# back, a dependent job merges, and the bytes are those of one run of `build`.
#     tests/bench/slurm.sh BUILD ARTICLES.jsonl
set -u
build=$(realpath "${1:-build}") articles=$(realpath "${2:-build/bench/articles-10000.jsonl}")
cd "$(dirname "$0")/../.." || exit 2
for program in slurmctld slurmd munged sbatch; do
    command -v $program >/dev/null ||
        { echo "$program is not installed (slurm-wlm, munge)"; exit 77; }
done
[ -f "$articles" ] || { echo "$articles is not there: tests/bench/scale.sh makes it"; exit 77; }
folder=$(mktemp -d /tmp/dateline-slurm-XXXXXX)
host=$(hostname -s)
# shellcheck disable=SC2317 # called by the trap
stop() {
    local pid
    for pid in "$folder"/n?.pid "$folder"/ctld.pid "$folder"/munge.pid; do
        [ -s "$pid" ] && kill "$(cat "$pid")" 2>/dev/null
    done
    sleep 1
    rm -rf "$folder"
}
trap stop EXIT
trap "exit 2" INT TERM
export PATH=$build:$PATH LC_ALL=C.UTF-8 EXTRACT_OPTIONS=-q
export SLURM_CONF=$folder/slurm.conf SCRIPTS=$PWD/docs/cluster

dd if=/dev/urandom of="$folder/munge.key" bs=1 count=1024 status=none
chmod 600 "$folder/munge.key"
chmod 711 "$folder"
munged --key-file="$folder/munge.key" --socket="$folder/munge.sock" --pid-file="$folder/munge.pid" \
    --log-file="$folder/munge.log" --seed-file="$folder/munge.seed" --force 2>/dev/null || exit 2
cat >"$SLURM_CONF" <<END
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$folder/munge.sock
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool.%n
SlurmctldPidFile=$folder/ctld.pid
SlurmdPidFile=$folder/%n.pid
SlurmctldLogFile=$folder/ctld.log
SlurmdLogFile=$folder/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdTimeout=10
ReturnToService=2
AccountingStorageType=accounting_storage/none
NodeName=n[1-2] NodeHostname=$host NodeAddr=127.0.0.1 Port=[17001-17002] CPUs=1 RealMemory=8000
PartitionName=p Nodes=n[1-2] Default=YES State=UP
END
mkdir "$folder/state"
slurmctld -f "$SLURM_CONF" || exit 2
for node in n1 n2; do
    slurmd -f "$SLURM_CONF" -N $node || exit 2
done
for _ in {1..30}; do
    [ "$(sinfo -h -t idle -o %D)" = 2 ] && break
    sleep 1
done
sinfo

mkdir "$folder/shards"
lines=$(($(wc -l <"$articles") / 16 + 1))
split -l $lines -d --additional-suffix=.jsonl "$articles" "$folder/shards/"
ls "$folder"/shards/* >"$folder/list"
cd "$folder" || exit 2
before=$SECONDS
job=$(sbatch --parsable --array=0-3 -o "$folder/%A_%a.log" "$SCRIPTS/extract.sbatch" list events)
merge=$(sbatch --parsable --dependency=afterok:"$job" -o "$folder/merge.log" \
    "$SCRIPTS/merge.sbatch" events merged.json)
[ -n "$merge" ] || exit 2
echo "jobs $job (array of 4 tasks over $(wc -l <list) shards) and $merge (merge)"

# A node is lost: its daemon and all that runs under it are killed with the first shards done.
until [ "$(find events -name '*.events' 2>/dev/null | wc -l)" -ge 3 ]; do
    sleep 0.2
done
echo "after $((SECONDS - before)) s, with $(find events -name '*.events' | wc -l) shards done:"
squeue -h -o '  %i %T %N'
step=$(squeue -h -w n1 -o %A | head -n 1)
pids=$(scontrol listpids "$step" n1 | awk 'NR > 1 && $1 > 0 { print $1 }')
for pid in $pids; do
    pids+=" $(ps -o ppid= -p "$pid")"
done
kill -9 "$(cat n1.pid)"
for pid in $(tr ' ' '\n' <<<"$pids" | sort -un); do
    case $(ps -o comm= -p "$pid") in
    slurmstepd | slurm_script | bash | extract_shard* | dateline) kill -9 "$pid" ;;
    esac
done
echo "node n1 is killed"
sleep 25
sinfo -h -o '  %n %T'
slurmd -f "$SLURM_CONF" -N n1
echo "node n1 is back"
while [ -n "$(squeue -h -j "$job,$merge" 2>/dev/null)" ]; do
    sleep 1
done
echo "all done after $((SECONDS - before)) s"
grep -h "" ./*_*.log merge.log | head -n 20
scontrol show job "$job" 2>/dev/null |
    grep -oE 'ArrayTaskId=[0-9]+|Restarts=[0-9]+|JobState=[A-Z]+' |
    paste - - - | sed 's/^/  /'
dateline build -q "$folder/shards" -o built.json
cmp merged.json built.json || exit 1
echo "merged.json and built.json are the same $(stat -c %s built.json) bytes"
