#!/usr/bin/env bash
# Every measurement, each against its limit in the same run; ends with 1 where one misses its goal. Run it on a machine that has
# nothing else to do. IngestBench also measures PostgreSQL where SMARTTRACKER_TEST_POSTGRES names a server.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
missed=0
for project in */*.csproj; do
    dotnet run -c Release --project "$project" || missed=1
done
# The second measurement of this one: whether sick printers and a big tenant delay the others (six minutes).
dotnet run -c Release --project SmartTracker.SweepBench -- isolation || missed=1
exit "$missed"
