# The plan: its title, its latest release and the address that never changes. Needs the package jsonlite.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
plan <- jsonlite::fromJSON(paste0(base, "/v1/plans/urbanization-14fyp"))

cat(plan$title$zh, "/", plan$title$en, "\n")
cat("release", plan$release$version, "\n")
cat(plan$permalink, "\n") # cite this: it never changes
