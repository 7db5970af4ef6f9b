# How to cite a passage, after GB/T 7714 and APA; bibtex, ris, csl and plain are styles, too.
import json, os, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
for style in ("gbt7714", "apa"):
    with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/cite?target=ch2.s3.p1&style={style}") as response:
        print(json.load(response)["text"])
