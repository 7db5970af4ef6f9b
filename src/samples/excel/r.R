# The workbook for Excel; files/indicators-excel.csv is one table as CSV that Excel opens with its characters right.
base <- Sys.getenv("OPENDATA", "http://127.0.0.1:7071")
file <- tempfile(fileext = ".xlsx")
download.file(paste0(base, "/v1/plans/urbanization-14fyp/files/plan.xlsx"), file, mode = "wb", quiet = TRUE)

stopifnot(readChar(file, 2, useBytes = TRUE) == "PK") # a workbook is a ZIP archive
cat("plan.xlsx:", file.size(file), "bytes\n")
