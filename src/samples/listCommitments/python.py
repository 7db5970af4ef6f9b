# All commitments, page by page.
import json, os, urllib.request

url = os.environ.get("OPENDATA", "http://127.0.0.1:7071") + "/v1/plans/urbanization-14fyp/commitments?limit=20"
commitments = []
while url:
    with urllib.request.urlopen(url) as response:
        answer = json.load(response)
    commitments += answer["items"]
    url = answer["page"]["next"]  # None on the last page

print(len(commitments), "commitments")
