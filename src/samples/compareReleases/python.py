# What differs between the oldest and the newest release, counted.
import json, os, urllib.request

plan = os.environ.get("OPENDATA", "http://127.0.0.1:7071") + "/v1/plans/urbanization-14fyp"
with urllib.request.urlopen(f"{plan}/releases") as response:
    versions = [release["version"] for release in json.load(response)["items"]]  # newest first
with urllib.request.urlopen(f"{plan}/changes/{versions[-1]}..{versions[0]}") as response:
    answer = json.load(response)

print(f"{versions[-1]} to {versions[0]}:", "smallest step", answer["smallest"])
for name, count in answer["summary"].items():
    print(name, count)
