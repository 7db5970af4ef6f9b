# SQL over a Parquet file with DuckDB: the indicators that are to rise most. Once: install.packages("duckdb")
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
file <- tempfile(fileext = ".parquet")
download.file(paste0(base, "/v1/plans/urbanization-14fyp/files/indicators.parquet"), file, mode = "wb", quiet = TRUE)

connection <- DBI::dbConnect(duckdb::duckdb())
print(DBI::dbGetQuery(connection, sprintf("
  SELECT short_en, baseline_value, target_value, round(target_value - baseline_value, 2) AS rise
  FROM '%s' WHERE unit_code = '%%' ORDER BY rise DESC NULLS LAST LIMIT 5", file)))
DBI::dbDisconnect(connection)
