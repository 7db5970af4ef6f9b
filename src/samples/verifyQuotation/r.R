# Does the plan say so? The result tells whether the words are its own, the places where they stand. Needs the package jsonlite.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
query <- paste0("quote=", URLencode("常住人口城镇化率力争达到74%", reserved = TRUE)) # escapes the percent sign, too
answer <- jsonlite::fromJSON(paste0(base, "/v1/plans/urbanization-14fyp/verify?", query), simplifyDataFrame = FALSE)

for (piece in answer$pieces) {
  cat(piece$result, sapply(piece$places, function(place) place$node), "\n")
}
