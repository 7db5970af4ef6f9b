# Ask again only for what changed: the ETag of the first answer goes along with the second request.
url <- paste0(Sys.getenv("OPENDATA", "http://127.0.0.1:7071"), "/v1/plans/urbanization-14fyp/indicators")
etag <- sub("^etag: *(\".*\").*", "\\1", grep("^etag:", curlGetHeaders(url), ignore.case = TRUE, value = TRUE), ignore.case = TRUE)

connection <- url(url, headers = c("If-None-Match" = etag))
lines <- readLines(connection, warn = FALSE) # R does not show the status: 304 is the answer without content
close(connection)
cat(if (length(lines) == 0) "304: unchanged\n" else "200: changed\n")
