# Every indicator with its baseline and its target.
base="${OPENDATA:-http://127.0.0.1:7071}"
curl --silent --show-error --fail "$base/v1/plans/urbanization-14fyp/indicators"
