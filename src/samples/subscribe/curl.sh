# Subscribe to new releases: any feed reader takes this address, and scripts read its newest entry, which comes first.
feed=$(curl --silent --show-error --fail "${OPENDATA:-http://127.0.0.1:7071}/v1/plans/urbanization-14fyp/changes.atom") || exit 1
echo "$(printf "%s" "$feed" | grep -c "<entry>") entries"
printf "%s" "$feed" | sed -nE '/<entry>/,/<\/entry>/s/ *<(title|updated)>(.*)<.*/\2/p' | head -n 2
