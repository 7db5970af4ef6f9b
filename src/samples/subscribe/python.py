# Subscribe to new releases: any feed reader takes this address, and programs read its newest entry, which comes first.
import os, urllib.request, xml.etree.ElementTree

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/changes.atom") as response:
    feed = xml.etree.ElementTree.parse(response)

entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
print(len(entries), "entries")
print(entries[0].findtext("{*}title"), entries[0].findtext("{*}updated"))
