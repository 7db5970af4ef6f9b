# A file, and whether it is whole: SHA256SUMS lists the hash of every file.
files="${OPENDATA:-http://127.0.0.1:7071}/v1/plans/urbanization-14fyp/files"
folder=$(mktemp -d) && cd "$folder"
curl --silent --show-error --fail --remote-name "$files/indicators.csv" --remote-name "$files/SHA256SUMS"
sha256sum --check --ignore-missing SHA256SUMS
