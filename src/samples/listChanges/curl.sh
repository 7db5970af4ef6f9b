# What changed since release 1.0.0: limit=0 counts only, leave it out to read the changes.
plan="${OPENDATA:-http://127.0.0.1:7071}/v1/plans/urbanization-14fyp"
answer=$(curl --silent --show-error --fail "$plan/changes?since=1.0.0&limit=0") || exit 1
echo "$answer" | sed -nE 's/.*"total":([0-9]+).*/\1 changes/p'
