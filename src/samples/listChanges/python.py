# What changed since release 1.0.0: limit=0 counts only, leave it out to read the changes.
import json, os, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/changes?since=1.0.0&limit=0") as response:
    answer = json.load(response)

print(answer["page"]["total"], "changes")
