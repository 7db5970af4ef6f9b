# What differs between the oldest and the newest release, counted. Needs the package jsonlite.
plan <- paste0(Sys.getenv("OPENDATA", "http://127.0.0.1:7071"), "/v1/plans/urbanization-14fyp")
versions <- jsonlite::fromJSON(paste0(plan, "/releases"))$items$version # newest first
answer <- jsonlite::fromJSON(paste0(plan, "/changes/", tail(versions, 1), "..", versions[1]))

cat(answer$from$version, "to", paste0(answer$to$version, ":"), "smallest step", answer$smallest, "\n")
cat(paste(names(answer$summary), answer$summary), sep = "\n")
