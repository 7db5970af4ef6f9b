# How to cite a passage, after GB/T 7714 and APA; bibtex, ris, csl and plain are styles, too. Needs the package jsonlite.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
for (style in c("gbt7714", "apa")) {
  answer <- jsonlite::fromJSON(paste0(base, "/v1/plans/urbanization-14fyp/cite?target=ch2.s3.p1&style=", style))
  cat(answer$text, "\n")
}
