# Figures as a chart: the service draws an indicator's baseline and target as SVG.
base="${OPENDATA:-http://127.0.0.1:7071}"
folder=$(mktemp -d) && cd "$folder"
curl --silent --show-error --fail --remote-name "$base/v1/plans/urbanization-14fyp/indicators/urbanization-rate/chart.svg"
echo "chart: $(($(wc -c < chart.svg))) bytes"
