# Does the plan say so? The result tells whether the words are its own, the places where they stand.
import json, os, urllib.parse, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
query = urllib.parse.urlencode({"quote": "常住人口城镇化率力争达到74%"})  # escapes the percent sign, too
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/verify?{query}") as response:
    answer = json.load(response)

for piece in answer["pieces"]:
    print(piece["result"], *[place["node"] for place in piece["places"]])
