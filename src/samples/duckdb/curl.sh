# SQL over a Parquet file with DuckDB (https://duckdb.org/install): the indicators that are to rise most.
folder=$(mktemp -d) && cd "$folder"
curl --silent --show-error --fail --remote-name "${OPENDATA:-http://127.0.0.1:7071}/v1/plans/urbanization-14fyp/files/indicators.parquet"
duckdb -c "SELECT short_en, baseline_value, target_value, round(target_value - baseline_value, 2) AS rise
           FROM 'indicators.parquet' WHERE unit_code = '%' ORDER BY rise DESC NULLS LAST LIMIT 5"
