# Pin a version: whatever comes later, an address with @version answers with exactly that release.
import json, os, urllib.request

plan = os.environ.get("OPENDATA", "http://127.0.0.1:7071") + "/v1/plans/urbanization-14fyp"
with urllib.request.urlopen(f"{plan}/releases") as response:
    oldest = json.load(response)["items"][-1]  # newest first
with urllib.request.urlopen(f"{plan}@{oldest['version']}/indicators") as response:
    answer = json.load(response)

print(len(answer["items"]), "indicators of", answer["permalink"])
