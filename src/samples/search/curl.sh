# Search by a resident's word: the plan says 轨道交通 where people say 地铁, and "steps" tells how the search was widened.
base="${OPENDATA:-http://127.0.0.1:7071}"
curl --silent --show-error --fail --get "$base/v1/plans/urbanization-14fyp/search" \
  --data-urlencode "q=地铁" --data-urlencode "limit=1" --data-urlencode "envelope=none"
