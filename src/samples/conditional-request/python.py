# Ask again only for what changed: the ETag of the first answer goes along with the second request.
import os, urllib.error, urllib.request

url = os.environ.get("OPENDATA", "http://127.0.0.1:7071") + "/v1/plans/urbanization-14fyp/indicators"
with urllib.request.urlopen(url) as response:
    content, etag = response.read(), response.headers["ETag"]

try:
    with urllib.request.urlopen(urllib.request.Request(url, headers={"If-None-Match": etag})) as response:
        print(f"{response.status}: changed")
except urllib.error.HTTPError as error:  # urllib takes 304 for an error
    if error.code != 304:
        raise
    print("304: unchanged")
