# Publish: put the files of the folder 'drop' into the inbox.
# INBOX is its address, with a signature (SAS) that those who run the service give out.
cd drop && : "${INBOX:?is not set}" || exit 1

put() {
  curl --silent --show-error --fail --upload-file "$1" --header "x-ms-blob-type: BlockBlob" "${INBOX%%\?*}/urbanization-14fyp/my-change/$1?${INBOX#*\?}"
}

for file in *; do [ "$file" = publish.json ] || put "$file" || exit 1; done
put publish.json && echo "sent: published within five minutes, or put into inbox-failed with the reasons" # last: it completes the drop
