# All commitments, page by page. Needs the package jsonlite.
url <- paste0(Sys.getenv("OPENDATA", "http://127.0.0.1:7071"), "/v1/plans/urbanization-14fyp/commitments?limit=20")
count <- 0
while (!is.null(url)) {
  answer <- jsonlite::fromJSON(url)
  count <- count + nrow(answer$items)
  url <- answer$page[["next"]] # NULL on the last page
}
cat(count, "commitments\n")
