# Search by a resident's word: the plan says 轨道交通 where people say 地铁, and steps tells how the search was widened.
import json, os, urllib.parse, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
query = urllib.parse.urlencode({"q": "地铁"})
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/search?{query}") as response:
    answer = json.load(response)

print(answer["page"]["total"], "hits, the first:", *[hit["title"] for hit in answer["items"][:1]])
for step in answer["steps"]:  # none when the word itself was found
    print(f"{step['kind']}: {step['from']} → {step['to']}")
