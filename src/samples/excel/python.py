# The workbook for Excel; files/indicators-excel.csv is one table as CSV that Excel opens with its characters right.
import os, tempfile, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/files/plan.xlsx") as response:
    content = response.read()

if not content.startswith(b"PK"):
    raise SystemExit("not a workbook")  # which is a ZIP archive
with open(os.path.join(tempfile.mkdtemp(), "plan.xlsx"), "wb") as file:
    file.write(content)
print(f"plan.xlsx: {len(content)} bytes")
