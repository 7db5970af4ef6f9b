# The plan: its title, its latest release and the address that never changes. Python 3.9 or newer, nothing to install.
import json, os, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp") as response:
    plan = json.load(response)

print(plan["title"]["zh"], "/", plan["title"]["en"])
print("release", plan["release"]["version"])
print(plan["permalink"])  # cite this: it never changes
