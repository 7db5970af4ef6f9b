# A paragraph of the text with its place in the source.
import json, os, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/text/ch5/s5/p2") as response:
    node = json.load(response)

print(node["text"])
print("lines", node["source"]["lines"], "of the source, release", node["release"]["version"])
