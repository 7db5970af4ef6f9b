# What differs between the oldest and the newest release, counted; format=patch.json makes it a JSON Patch.
plan="${OPENDATA:-http://127.0.0.1:7071}/v1/plans/urbanization-14fyp"
versions=$(curl --silent --show-error --fail "$plan/releases.csv?fields=version" | tr -d '\r' | tail -n +2) # newest first
from=$(echo "$versions" | tail -n 1)
to=$(echo "$versions" | head -n 1)
echo "$from to $to:"
curl --silent --show-error --fail "$plan/changes/$from..$to" | grep -oE '"(smallest|summary)":("[^"]*"|\{[^}]*\})'
