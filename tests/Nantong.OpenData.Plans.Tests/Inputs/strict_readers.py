"""Reads many files with the strict readers of Python, as a reference: each line of the input is a kind and a file in base64, each line of the output what was read, or null."""
import base64, csv, io, json, sys

csv.field_size_limit(1 << 30)


def rows(text):
    return [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]


def document(text):
    def once(members):
        names = [name for name, _ in members]
        if len(set(names)) < len(names):
            raise ValueError("a name twice")
        return dict(members)

    def refuse(constant):
        raise ValueError(constant)

    json.dumps(json.loads(text, object_pairs_hook=once, parse_constant=refuse), ensure_ascii=False).encode("utf-8")
    return True


for line in sys.stdin:
    kind, content = line.split(" ")
    try:
        text = base64.b64decode(content).decode("utf-8")
        print(json.dumps({"csv": rows, "json": document}[kind](text)))
    except (ValueError, csv.Error, RecursionError):
        print("null")
