# The values of one indicator since 2020: year[gte] means from that year on, and urlencode escapes the brackets.
import json, os, urllib.parse, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
filters = urllib.parse.urlencode({"indicator": "urban-rural-income-ratio", "area": "nantong", "year[gte]": 2020})
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/observations?{filters}") as response:
    answer = json.load(response)

for row in answer["items"]:
    print(row["year"], row["value"], row["status"])
