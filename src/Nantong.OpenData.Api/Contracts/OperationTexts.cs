using Nantong.OpenData.Api.Catalogue;
using Nantong.OpenData.Api.Resources.Versions;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>What each operation does, at length, for the OpenAPI document: its summary stands at its route, what only readers of the document need
/// stands here and is left out of native programs.</summary>
internal static class OperationTexts
{
    private const string Counting =
        "For each field that `fields` names, or for the categorical ones when it is absent: its values, the most frequent first, each with "
        + "the number of records that have it. "
        + "Takes the same filters as the list beside it, so that it shows what a further filter would leave. A record with several values "
        + "counts once for each.";

    /// <summary>The texts by operation; operations that count are described together.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["getService"] =
                "Where a client begins: links to plans, catalogue, codelists, limits, state and documentation. Follow them instead of "
                + "putting addresses together. Browsers that ask `/` for HTML get a page instead.",
            ["getOpenApi"] =
                "OpenAPI 3.1, byte for byte the file `openapi/v1.json` of the repository. Additions come without notice within `v1`: "
                + "clients ignore what they do not know.",
            ["getRobots"] = "Everything may be read; the further pages of lists need not be indexed. Names the sitemap.",
            ["getSitemap"] =
                "The portal, the documentation, and of each plan its pages, at their lasting addresses, with the day of publication of the "
                + "latest release.",
            ["getReadMe"] = "A short text in Markdown (llms.txt): what is here, in which forms, how to cite it, and that it is not official.",
            ["getLiveness"] =
                "For supervisors: 200 as long as the process answers at all, whatever the store does. Neither cached nor counted by the rate limit.",
            ["getReadiness"] =
                "For load balancers: 200 once a release is loaded, `degraded` with the reason while the store is away and answers come "
                + "from memory; 503 when there is nothing to answer with.",
            ["getReference"] =
                "Every operation of this document with its parameters, samples and the fields of its answers, as pages that need no script.",
            ["getGuide"] = "A page for beginners: what holds for every address, and a list of tasks, each with a page of its own.",
            ["getGuideTask"] =
                "A page for one task, such as `first-call`, `filter`, `pin-a-version` or `verify-a-quotation`: what to know, and the task solved by "
                + "curl, JavaScript, Python, R and C#.",
            ["getConfig"] =
                "Every limit that a client can meet, the forms with their extensions and media types, languages, and for each plan the "
                + "licence and how to cite it. Not counted by the rate limit, so that a client can look before it asks.",
            ["getStatus"] =
                "About this moment: whether the store answers, the latest release of each plan, how current its aggregates are, and the "
                + "last runs of each timer. Answered while the store is away, too, with null for what only the store knows.",
            ["listPlans"] =
                "The plans that this service publishes, each with its latest release. Start from `href`, or use the id in addresses: "
                + "`/v1/plans/{id}`, with `@version` behind it to stay at one release.",
            ["getPlan"] =
                "What the plan is, who issued it under which document number, the rights to its text, how many records of each kind the "
                + "release holds, and links to all of them. "
                + "At the plain id it is the latest release, and `Content-Location` and `permalink` say which.",
            ["listProblemTypes"] = "Every `code` that a refusal can carry, with its status, what it means and what to do about it.",
            ["getProblemType"] = "What a `code` means and what to do about it: where the `type` of every problem leads.",
            ["listKeys"] =
                "The public keys to the signatures of all releases that are served, with the releases that bear them. "
                + "`openssl dgst -sha256 -verify public.pem -signature manifest.json.sig manifest.json` proves who published a release; "
                + "since a manifest names the hash of the one before it, also all releases below.",
            ["getKey"] = "A public key with the releases that it signed; as `.pem` the file that OpenSSL reads.",
            ["listCodelists"] =
                "The lists of codes that fields of the data use: units, operators, categories, kinds of changes, reasons why a value is "
                + "missing. Each entry says how many codes it has.",
            ["getCodelist"] = "Each code with its label in Chinese and English and a definition. Labels in English are editorial translations.",
            ["getCatalog"] =
                "For harvesters: catalogue, plans as abstract datasets, releases as their versions, files as distributions with length and "
                + "SHA-256, and the service, as JSON-LD or Turtle (DCAT 3). "
                + $"Of each plan the newest {CataloguedPlan.MostDescribed} releases are described, all are named as its versions; "
                + "with `modified_since` all that is new is described.",
            ["getChineseCatalog"] =
                "The same catalogue with the field names that portals for open public data in China show (信息资源名称, 提供方, 更新周期 …), made from "
                + "the same records. No conformance to a national standard is claimed.",
            ["getToc"] =
                "The headings of the text as a tree, or with `flat=true` as one list in reading order, down to `depth` levels. Each entry "
                + "leads to its text.",
            ["getText"] =
                "The source with its joins of page breaks and its listed errata applied: as nested nodes, plain text, Markdown, or a page "
                + "with an anchor for each paragraph. It is long; `/toc` says what could be read instead.",
            ["getNode"] =
                "A chapter, section, paragraph, column, item or table row, with all that is below it, what stands before and after it, its "
                + "place in the source and what was normalised there. Offsets count Unicode code points of the node's `text`.",
            ["getNodeLinks"] =
                "What the data knows about a passage without the passage itself: the commitments in it, the places that it names, known "
                + "defects, findings. Meant for readers that show notes beside a text.",
            ["listSections"] =
                "Chapters and sections as records, for filters and pages; as a tree they are `/toc`. `text` is that of the heading; "
                + "`/text/{path}` has all that is below it.",
            ["listParagraphs"] =
                "The body text, one paragraph a record, with chapter and section of each and its place in the source; filtered by "
                + "`text[contains]`, it is a search without ranking.",
            ["listIndicators"] =
                "The indicator table of the plan: for each indicator baseline, target with its printed operator, unit and direction. What "
                + "is inferred says so; what the plan leaves out is null with a reason.",
            ["getIndicator"] =
                "One row of the indicator table, as printed (`raw`) and as numbers, with a sentence in both languages, notes that must be "
                + "shown with it, and what belongs to it elsewhere in the plan.",
            ["getIndicatorsChart"] =
                "A picture to embed with `img`: for each indicator the value of the base year, the target with what counts as met, and "
                + "later values, each on an axis of its own unit. It says the same in words (`title`, `desc`). At an exact release it never changes.",
            ["getIndicatorChart"] = "The same picture for one indicator.",
            ["evaluateIndicator"] =
                "Compares a value of yours, for a year, with what the plan sets. `progress` is the share of the way from baseline to "
                + "target, null where there is no such way; `caveats` say what to keep in mind. "
                + "What rests on an inferred reading has the basis `inferred`.",
            ["listObservations"] =
                "Values by indicator, area and year: what the plan states, and what was published since. Read in the order of their keys, "
                + "so that a page costs the same among 200,000 rows as among 2,000; conditions on indicator, area and year make it cheaper. "
                + "Another order, and counts, are had while few enough are asked for.",
            ["listIndicatorObservations"] =
                "The values of one indicator by area and year, oldest first in each area, with status and, where there is no value, the reason.",
            ["listCommitments"] =
                "Every number with a unit and every dated promise outside of the table: what is promised, how much, by when, and exactly "
                + "where it stands, in characters of the node and of the source.",
            ["getCommitment"] = "One quantity or dated promise of the prose with its sentence and offsets.",
            ["listExclusions"] =
                "The account of what is no commitment, each with its reason: document numbers, technical names such as 5G, numbers of "
                + "captions, dates. Together with the commitments they are all the digits of the text.",
            ["listPlaces"] =
                "The gazetteer of the plan: districts, counties, towns, parks and regions, with other names and every mention as node and offsets.",
            ["getPlace"] = "One place with its mentions and the nodes, commitments and indicators that speak of it.",
            ["listStructures"] =
                "The patterns in which the plan lays the city out, such as one core and four districts, each with its members in printed order.",
            ["getStructure"] = "One spatial structure with its members and the sentence that lays it down.",
            ["listErrata"] =
                "Defects of the source text: what is printed, what it ought to be, why, and whether the text of this release applies it. "
                + "The verbatim layer is never changed.",
            ["getErratum"] = "One defect of the source with both readings and the reason.",
            ["listFindings"] =
                "What the rules of consistency compared, such as a target in the text with that in the table: both values, and whether "
                + "they agree. Agreements are listed, too, so that one can see what was looked at.",
            ["getFinding"] = "One comparison, with the values of both sides and the nodes that they stand in.",
            ["listColumns"] = "The boxed lists of projects (专栏), each with its items and its place in the reading order.",
            ["getColumn"] = "One column by its printed number (`4`) or node id (`col4`), with every item.",
            ["listAggregates"] =
                "Tables of figures that a timer computes from the rows in the store. Each says of which release it is and whether it is "
                + "`stale`, that is computed from other rows than those of the release that answers.",
            ["getAggregate"] = "One table of figures, with the release it was computed from, the hash of its inputs and the time.",
            ["listReleases"] =
                "Every release of the plan, withdrawn ones included: status, predecessor, what the publisher said, and hashes to compare "
                + "copies with.",
            ["getRelease"] = "One release of the plan, readable after it was withdrawn, too: then `note` says why and what replaces it.",
            ["listChanges"] =
                "One record for each changed field, newest release first: what kind of change, of what, from what to what, and which part "
                + "of the version it must raise. With `since` only what came after a version or a moment. "
                + $"As Atom or JSON Feed there is one entry for each release, {ReleaseFeed.Most} a page.",
            ["compareReleases"] =
                "Whatever differs between two releases, in either order, with the sentences that changed in the text, and the smallest "
                + "version step that the rules allow. As `application/json-patch+json` it is the patch that turns one `/document` into the other. "
                + "Of the allowance of requests it takes more than one when it is not kept ready: `/v1/config` says how many.",
            ["getDocument"] =
                "Everything in one JSON object, keyed by kind and id: for programs that keep a copy and bring it up to date by patches.",
            ["search"] =
                "Words of any length, also of one or two characters; a space means and, quotation marks a phrase, a minus leaves out. "
                + "Width and case do not matter. Hits are ranked and come as offsets into the snippet's text, never as markup; "
                + "`facets` count by type and chapter what else could be chosen. As HTML it is a page with a form, for people.",
            ["verifyQuotation"] =
                "Says whether words stand in the plan: exactly, exactly but for width, spaces and punctuation, or not, and then which "
                + "sentence is nearest and how the two differ. Each place comes with node, offsets and citation.",
            ["cite"] =
                "Citations after GB/T 7714, APA, BibTeX, RIS, as CSL-JSON or a plain line, of the release or any part of it: a node, a "
                + "sentence (`ch1.p1~2`), an indicator or a cell of its row, a data set. They always name the exact release.",
            ["resolveCitation"] =
                "For whoever follows an old citation: `from` is the release that was cited, the answer says what became of the target in "
                + "the release that answers, where it is now, and which changes it went through.",
            ["listFiles"] =
                "Every file of the release with length, SHA-256, media type and number of rows: tables as CSV, Parquet, workbook, JSON and "
                + "in the formats of statistical offices, the text, and all of it as one archive.",
            ["getFile"] =
                "The file as it was published: the same bytes for ever at an exact release. `Range` and `If-Range` continue a broken "
                + "download; `Repr-Digest` and the manifest tell whether it came whole.",
        };

    /// <summary>What an operation does.</summary>
    public static string Of(string operationId) => operationId.StartsWith("count", StringComparison.Ordinal) ? Counting : All[operationId];
}
