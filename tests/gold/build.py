#!/usr/bin/env python3
"""Make the scorer's form of the gold reports from what annotators marked.

build.py LANG [ANNOTATOR]   annotation_X.txt + reports.jsonl -> annotator_X.jsonl; ANNOTATOR: a (default), b, …
build.py LANG gold          annotation_gold.txt, the adjudicated marks -> gold.jsonl
build.py LANG --list        prints every report with the numbers by which an annotation names a sentence.
Standard library only. Stops with a list of everything that is not found exactly once.

ANNOTATION FILE. A line `== ID` opens a report; `#` opens a comment; every other line is one attribution of five fields:

    3.2 | source | cue | content | kind act certainty options

The first field is paragraph.sentence (from 1, empty lines not counted): where the strings are looked for. A field is `-`
(empty) or pieces joined by ` + `; a piece is a string of the report, or `first words .. last words`. It must begin and end
at word borders and occur exactly once in its sentence, or say which one it is (`বলেন#2`); what follows `..` is the first
occurrence after the first words, in the same paragraph. A piece that stands in another sentence says so:
`3.1: মন্ত্রী করিম`. A piece `3.4` or `3.4-3.6` alone is whole sentences.
Kind: d(irect) i(ndirect) m(ixed). Act `say` and certainty `asserted` may be left out. Options: `opt`, `relay`, and last
`= name > name`, the chain from nearest to ultimate; without it the chain is the source's own words.
"""

import json
import re
import sys
import unicodedata
from pathlib import Path

KINDS = {"d": "direct", "i": "indirect", "m": "mixed"}
ACTS = [
    "say",
    "report",
    "confirm",
    "deny",
    "accuse",
    "announce",
    "propose",
    "promise",
    "threaten",
    "warn",
    "ask",
    "praise",
    "expect",
    "other",
]
CERTAINTIES = ["asserted", "reported", "possible", "planned", "denied"]
STOP = re.compile(r"""[।?!]+[’”"'‘]*(?=\s|$|[—])""")


def fold(text):
    """one-by-one NFC with the way back: some sites write য় as one code point, some as two"""
    out, back = [], []
    for i, c in enumerate(text):
        for d in unicodedata.normalize("NFC", c):
            out.append(d)
            back.append(i)
    return "".join(out), back + [len(text)]


def sentences(text):
    """{(paragraph, sentence): (start, end, end of paragraph)}"""
    out, p = {}, 0
    for m in re.finditer(r"[^\n]+", text):
        if not m.group().strip():
            continue
        p += 1
        n, at = 0, m.start()
        for s in STOP.finditer(text, m.start(), m.end()):
            n += 1
            out[p, n] = (at, s.end(), m.end())
            at = s.end()
        if text[at : m.end()].strip():
            out[p, n + 1] = (at, m.end(), m.end())
    return out


def is_word(c):
    return c.isalnum() or unicodedata.category(c)[0] == "M" or c in "\u200c\u200d"


def finds(text, what, start, end):
    out, i = [], text.find(what, start, end)
    while i >= 0:
        j = i + len(what)
        if not (i and is_word(text[i - 1]) and is_word(what[0])) and not (
            j < len(text) and is_word(text[j]) and is_word(what[-1])
        ):
            out.append((i, j))
        i = text.find(what, i + 1, end)
    return out


class Wrong(Exception):
    pass


def locate(text, sents, piece, place):
    m = re.fullmatch(r"(\d+)\.(\d+)(?:-(\d+)\.(\d+))?", piece)
    if m:
        a = tuple(map(int, m.group(1, 2)))
        b = tuple(map(int, m.group(3, 4))) if m.group(3) else a
        if a not in sents or b not in sents:
            raise Wrong(f"no sentence {piece}")
        s, e = sents[a][0], sents[b][1]
        return s + len(text[s:e]) - len(text[s:e].lstrip()), e
    m = re.match(r"(\d+)\.(\d+):\s*", piece)
    if m:
        place, piece = (int(m.group(1)), int(m.group(2))), piece[m.end() :]
    if place not in sents:
        raise Wrong(f"no sentence {place}")
    start, end, stop = sents[place]
    first, _, last = piece.partition(" .. ")
    first, _, nth = first.partition("#")
    hits = finds(text, first, start, end)
    if not hits or (len(hits) > 1 and not nth) or (nth and int(nth) > len(hits)):
        raise Wrong(f"{first!r} found {len(hits)} times in {place}: {text[start:end].strip()}")
    s, e = hits[int(nth or 1) - 1]
    if last:
        last, _, nth = last.partition("#")
        tails = finds(text, last, e, stop)
        if len(tails) < int(nth or 1):
            raise Wrong(f"{last!r} found {len(tails)} times after {first!r} in {place}")
        e = tails[int(nth or 1) - 1][1]
    return s, e


def attribution(line, text, back, sents):
    fields = [x.strip() for x in line.split(" | ")]
    if len(fields) != 5:
        raise Wrong(f"{len(fields)} fields")
    place = tuple(map(int, fields[0].split(".")))
    spans, words = [], []
    for field in fields[1:4]:
        found = [] if field == "-" else [locate(text, sents, p.strip(), place) for p in field.split(" + ")]
        words.append(" ".join(text[s:e] for s, e in found))
        spans.append([[back[s], back[e - 1] + 1] for s, e in found])
    if not spans[2]:
        raise Wrong("no content")
    tags, _, chain = (" " + fields[4]).partition(" = ")
    a = {
        "source": spans[0],
        "cue": spans[1],
        "content": spans[2],
        "kind": None,
        "chain": [words[0]] if spans[0] else [],
    }
    a |= {"act": "say", "certainty": "asserted"}
    if chain:
        a["chain"] = [x.strip() for x in chain.split(" > ")]
    if chain and not spans[0]:
        raise Wrong("a chain without a source")
    for t in tags.split():
        if t in KINDS:
            a["kind"] = KINDS[t]
        elif t in ACTS:
            a["act"] = t
        elif t in CERTAINTIES:
            a["certainty"] = t
        elif t == "opt":
            a["optional"] = True
        elif t == "relay":
            a["relay"] = True
        else:
            raise Wrong(f"unknown word {t!r}")
    if not a["kind"]:
        raise Wrong("no kind")
    return a


def main(lang, who="a"):
    here = Path(__file__).parent / lang
    reports = [json.loads(x) for x in (here / "reports.jsonl").read_text("utf-8").splitlines() if x.strip()]
    texts = {r["id"]: fold(r["text"]) for r in reports}
    if who == "--list":
        for r in reports:
            text = texts[r["id"]][0]
            print("==", r["id"])
            for (p, n), (s, e, _) in sentences(text).items():
                print(f"{p}.{n}\t{text[s:e].strip()}")
        return 0
    gold, wrong, rid = {r["id"]: [] for r in reports}, [], None
    for k, line in enumerate((here / f"annotation_{who}.txt").read_text("utf-8").splitlines(), 1):
        line = fold(line.strip())[0]
        if not line or line.startswith("#"):
            continue
        if line.startswith("== "):
            rid = line[3:].strip()
            if rid not in gold:
                wrong.append(f"{k}: no report {rid}")
                break
            text, back = texts[rid]
            sents = sentences(text)
            continue
        try:
            gold[rid].append(attribution(line, text, back, sents))
        except (Wrong, ValueError) as e:
            wrong.append(f"{k}: {rid}: {e}")
    if wrong:
        print(*wrong, sep="\n", file=sys.stderr)
        return 1
    with (here / ("gold.jsonl" if who == "gold" else f"annotator_{who}.jsonl")).open("w", encoding="utf-8") as f:
        for r in reports:
            marks = sorted(gold[r["id"]], key=lambda a: (a["content"], a["source"]))
            row = {"id": r["id"], "lang": r["lang"], "text": r["text"], "attributions": marks}
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
    every = [a for r in reports for a in gold[r["id"]]]

    def count(key):
        return {v: sum(a.get(key) == v for a in every) for v in sorted({a.get(key) for a in every}, key=str)}

    print(
        json.dumps(
            {
                "reports": len(reports),
                "sentences": sum(len(sentences(t)) for t, _ in texts.values()),
                "attributions": len(every),
                "kind": count("kind"),
                "act": count("act"),
                "certainty": count("certainty"),
                "no source": sum(not a["source"] for a in every),
                "no cue": sum(not a["cue"] for a in every),
                "chains of two or more": sum(len(a["chain"]) > 1 for a in every),
                "relay": sum("relay" in a for a in every),
                "optional": sum("optional" in a for a in every),
            },
            indent=1,
        )
    )
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
