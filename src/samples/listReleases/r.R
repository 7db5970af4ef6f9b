# Pin a version: whatever comes later, an address with @version answers with exactly that release. Needs the package jsonlite.
plan <- paste0(Sys.getenv("OPENDATA", "http://127.0.0.1:7071"), "/v1/plans/urbanization-14fyp")
releases <- jsonlite::fromJSON(paste0(plan, "/releases"))$items
oldest <- tail(releases$version, 1) # newest first

answer <- jsonlite::fromJSON(paste0(plan, "@", oldest, "/indicators"))
cat(nrow(answer$items), "indicators of", answer$permalink, "\n")
