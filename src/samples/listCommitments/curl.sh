# All commitments, page by page: the header Link names the next page until there is none.
url="${OPENDATA:-http://127.0.0.1:7071}/v1/plans/urbanization-14fyp/commitments?limit=20"
while [ -n "$url" ]; do
  headers=$(mktemp)
  curl --silent --show-error --fail --dump-header "$headers" "$url"
  url=$(sed -nE 's/^[Ll]ink: <([^>]*)>; rel="next".*/\1/p' "$headers")
  rm "$headers"
done
