# Pin a version: whatever comes later, an address with @version answers with exactly that release.
plan="${OPENDATA:-http://127.0.0.1:7071}/v1/plans/urbanization-14fyp"
oldest=$(curl --silent --show-error --fail "$plan/releases.csv?fields=version" | tr -d '\r' | tail -n 1) # newest first
curl --silent --show-error --fail "$plan@$oldest/indicators" | grep -o '"permalink":"[^"]*"'
