# What changed since release 1.0.0: limit=0 counts only, leave it out to read the changes. Needs the package jsonlite.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
answer <- jsonlite::fromJSON(paste0(base, "/v1/plans/urbanization-14fyp/changes?since=1.0.0&limit=0"))

cat(answer$page$total, "changes\n")
