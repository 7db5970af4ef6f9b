# Figures as a chart of your own: baseline and target in percent, read from the CSV file and drawn as SVG.
import csv, html, io, os, tempfile, urllib.request

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
with urllib.request.urlopen(f"{base}/v1/plans/urbanization-14fyp/files/indicators.csv") as response:
    rows = [row for row in csv.DictReader(io.TextIOWrapper(response, "utf-8")) if row["unit_code"] == "%" and row["baseline_value"]]

path = os.path.join(tempfile.mkdtemp(), "chart.svg")
with open(path, "w", encoding="utf-8") as file:
    file.write(f'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="{24 * len(rows)}">')
    for y, row in zip(range(0, 24 * len(rows), 24), rows):
        file.write(f'<text y="{y + 16}">{html.escape(row["short_zh"])}</text>')
        for column, top, color in (("baseline_value", y + 2, "silver"), ("target_value", y + 12, "steelblue")):
            file.write(f'<rect x="180" y="{top}" width="{4 * float(row[column])}" height="9" fill="{color}"/>')
    file.write("</svg>")
print(f"chart: {os.path.getsize(path)} bytes")
