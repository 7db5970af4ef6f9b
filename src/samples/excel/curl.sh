# The workbook for Excel; files/indicators-excel.csv is one table as CSV that Excel opens with its characters right.
base="${OPENDATA:-http://127.0.0.1:7071}"
folder=$(mktemp -d) && cd "$folder"
curl --silent --show-error --fail --remote-name "$base/v1/plans/urbanization-14fyp/files/plan.xlsx"

[ "$(head -c 2 plan.xlsx)" = PK ] || exit 1 # a workbook is a ZIP archive
echo "plan.xlsx: $(($(wc -c < plan.xlsx))) bytes"
