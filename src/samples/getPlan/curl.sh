# The plan: its title, its latest release and the address that never changes.
base="${OPENDATA:-http://127.0.0.1:7071}"
curl --silent --show-error --fail "$base/v1/plans/urbanization-14fyp?envelope=none"
