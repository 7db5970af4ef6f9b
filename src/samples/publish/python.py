# Publish: put the files of the folder 'drop' into the inbox.
# INBOX is its address, with a signature (SAS) that those who run the service give out.
import os, pathlib, urllib.request

inbox, signature = os.environ["INBOX"].split("?", 1)

def put(file):
    blob = f"{inbox}/urbanization-14fyp/my-change/{file.name}?{signature}"
    urllib.request.urlopen(urllib.request.Request(blob, file.read_bytes(), {"x-ms-blob-type": "BlockBlob"}, method="PUT")).close()

for file in pathlib.Path("drop").iterdir():
    if file.name != "publish.json":
        put(file)
put(pathlib.Path("drop", "publish.json"))  # last: it completes the drop
print("sent: published within five minutes, or put into inbox-failed with the reasons")
