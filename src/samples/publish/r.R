# Publish: put the files of the folder 'drop' into the inbox.
# INBOX is its address, with a signature (SAS) that those who run the service give out.
# Needs the package httr.
inbox <- Sys.getenv("INBOX")

put <- function(file) {
  blob <- sub("?", paste0("/urbanization-14fyp/my-change/", file, "?"), inbox, fixed = TRUE)
  httr::stop_for_status(httr::PUT(blob, httr::add_headers("x-ms-blob-type" = "BlockBlob"), body = httr::upload_file(file.path("drop", file))))
}

for (file in setdiff(list.files("drop"), "publish.json")) put(file)
invisible(put("publish.json")) # last: it completes the drop
cat("sent: published within five minutes, or put into inbox-failed with the reasons\n")
