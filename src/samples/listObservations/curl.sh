# The values of one indicator since 2020, as CSV: year[gte] means from that year on, and curl escapes the brackets.
base="${OPENDATA:-http://127.0.0.1:7071}"
curl --silent --show-error --fail --get "$base/v1/plans/urbanization-14fyp/observations.csv" \
  --data-urlencode "indicator=urban-rural-income-ratio" \
  --data-urlencode "area=nantong" \
  --data-urlencode "year[gte]=2020" \
  --data-urlencode "fields=year,value,status"
