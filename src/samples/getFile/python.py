# A file, and whether it is whole: the header Repr-Digest holds its SHA-256.
import base64, hashlib, os, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/files/indicators.csv") as response:
    content, digest = response.read(), response.headers["Repr-Digest"]

sha256 = base64.b64encode(hashlib.sha256(content).digest()).decode()
if digest != f"sha-256=:{sha256}:":
    raise SystemExit("the file is not whole")
print("indicators.csv: OK")
