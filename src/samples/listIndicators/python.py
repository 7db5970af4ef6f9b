# Every indicator with its baseline and its target. Python 3.9 or newer, nothing to install.
import json, os, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/indicators") as response:
    answer = json.load(response)

for row in answer["items"]:
    print(row["name"], row["baseline"]["raw"], "→", row["target"]["raw"], row["unit"]["label"] or "")
print(answer["permalink"])  # cite this: it never changes
