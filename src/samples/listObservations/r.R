# The values of one indicator since 2020: year[gte] means from that year on, escaped. Needs the package jsonlite.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
filters <- c("indicator" = "urban-rural-income-ratio", "area" = "nantong", "year[gte]" = "2020")
query <- paste0(sapply(names(filters), URLencode, reserved = TRUE), "=", sapply(filters, URLencode, reserved = TRUE), collapse = "&")
answer <- jsonlite::fromJSON(paste0(base, "/v1/plans/urbanization-14fyp/observations?", query))

rows <- answer$items
cat(paste(rows$year, rows$value, rows$status), sep = "\n")
