# Search by a resident's word: people say 地铁, the plan says 轨道交通, steps tells how it was widened. Needs the package jsonlite.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
query <- paste0("q=", URLencode("地铁", reserved = TRUE))
answer <- jsonlite::fromJSON(paste0(base, "/v1/plans/urbanization-14fyp/search?", query))

cat(answer$page$total, "hits, the first:", answer$items$title[1], "\n")
steps <- answer$steps # empty when the word itself was found
if (length(steps) > 0) cat(paste0(steps$kind, ": ", steps$from, " → ", steps$to), sep = "\n")
