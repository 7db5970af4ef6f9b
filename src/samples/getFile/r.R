# A file as a data frame: units and missing values stand in columns of their own.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
rows <- read.csv(paste0(base, "/v1/plans/urbanization-14fyp/files/indicators.csv"), encoding = "UTF-8")

str(rows)
cat("indicators.csv: OK\n")
