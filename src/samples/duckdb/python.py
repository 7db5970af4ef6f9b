# SQL over a Parquet file with DuckDB: the indicators that are to rise most. Once: pip install duckdb
import os, tempfile, urllib.request
import duckdb

base = os.environ.get("OPENDATA", "http://127.0.0.1:7071")
file = os.path.join(tempfile.mkdtemp(), "indicators.parquet")
urllib.request.urlretrieve(f"{base}/v1/plans/urbanization-14fyp/files/indicators.parquet", file)

print(duckdb.sql(f"""
    SELECT short_en, baseline_value, target_value, round(target_value - baseline_value, 2) AS rise
    FROM '{file}' WHERE unit_code = '%' ORDER BY rise DESC NULLS LAST LIMIT 5"""))
