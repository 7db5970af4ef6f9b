# How to cite a passage, after GB/T 7714 and APA; bibtex, ris, csl and plain are styles, too.
cite="${OPENDATA:-http://127.0.0.1:7071}/v1/plans/urbanization-14fyp/cite.txt"
for style in gbt7714 apa; do
  curl --silent --show-error --fail --write-out "\n" "$cite?target=ch2.s3.p1&style=$style"
done
