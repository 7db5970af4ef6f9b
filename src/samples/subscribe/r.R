# Subscribe to new releases: feed readers take changes.atom; here the same entries as JSON Feed. Needs the package jsonlite.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
entries <- jsonlite::fromJSON(paste0(base, "/v1/plans/urbanization-14fyp/changes.feed.json"))$items

cat(nrow(entries), "entries\n")
cat(entries$title[1], entries$date_modified[1], "\n") # the newest comes first
