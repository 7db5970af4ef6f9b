# A paragraph of the text with its place in the source. Needs the package jsonlite.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
node <- jsonlite::fromJSON(paste0(base, "/v1/plans/urbanization-14fyp/text/ch5/s5/p2"))

cat(node$text, "\n")
cat("lines", node$source$lines, "of the source, release", node$release$version, "\n")
