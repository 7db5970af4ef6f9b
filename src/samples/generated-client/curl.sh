# A client made from the contract: any generator for OpenAPI 3.1 takes it. Here one writes types for TypeScript.
contract="${OPENDATA:-http://127.0.0.1:7071}/openapi/v1.json"
folder=$(mktemp -d) && cd "$folder"
npx --yes openapi-typescript@7.13.0 "$contract" --output opendata.d.ts
grep -A 3 "listIndicators: {" opendata.d.ts
