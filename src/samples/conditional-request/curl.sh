# Ask again only for what changed: the ETag of the first answer goes along with the second request.
url="${OPENDATA:-http://127.0.0.1:7071}/v1/plans/urbanization-14fyp/indicators"
folder=$(mktemp -d) && cd "$folder"
curl --silent --show-error --fail --etag-save etag --output indicators.json "$url" || exit 1

status=$(curl --silent --show-error --fail --etag-compare etag --output indicators.json --write-out "%{http_code}" "$url")
if [ "$status" = 304 ]; then echo "304: unchanged"; else echo "$status: changed"; fi
