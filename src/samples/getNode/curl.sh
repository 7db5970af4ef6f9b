# A paragraph of the text: as plain text, then with its place in the source.
base="${OPENDATA:-http://127.0.0.1:7071}"
curl --silent --show-error --fail "$base/v1/plans/urbanization-14fyp/text/ch5/s5/p2.txt"
curl --silent --show-error --fail "$base/v1/plans/urbanization-14fyp/text/ch5/s5/p2"
