# Does the plan say so? "result" tells whether the words are its own, "places" where they stand.
base="${OPENDATA:-http://127.0.0.1:7071}"
curl --silent --show-error --fail --get "$base/v1/plans/urbanization-14fyp/verify" \
  --data-urlencode "quote=常住人口城镇化率力争达到74%" --data-urlencode "envelope=none"
