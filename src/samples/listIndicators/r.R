# Every indicator with its baseline and its target. Needs the package jsonlite.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
answer <- jsonlite::fromJSON(paste0(base, "/v1/plans/urbanization-14fyp/indicators"))

rows <- answer$items
print(data.frame(name = rows$name, baseline = rows$baseline$raw, target = rows$target$raw, unit = rows$unit$label))
cat(answer$permalink, "\n") # cite this: it never changes
