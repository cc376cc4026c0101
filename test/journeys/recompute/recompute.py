#!/usr/bin/env python3
"""Recomputes a ranking from scheme.json and score-sheets.json and compares it with result.json.

Written apart from the platform's own tally (libs/scoring), from the description in test/journeys/README.md, with nothing
but Python's standard library. Where result.json says resultVersion 2, scheme.json holds tables and score-sheets.json the
inputs of a result in rows (rows.py). Where awards.json stands beside them, who was given what is recomputed as well (outcome.py).

Where contest.json stands beside them, the order of appearance is drawn again, and every score that was shown compared with the result: with the
value of the panel's row where the phase takes other sources as well.
Where deals.json stands beside them, entries are dealt out among their evaluators again (deals.py).
Where papers.json does, what was counted on paper is compared with what the result read (papers.py).

    python3 recompute.py DIRECTORY      one round: prints the ranks; exit 1 when anything differs
    python3 recompute.py --lines        many rounds on standard input, one JSON object a line: {scheme, inputs, result},
                                        {tables, inputs, result}, or {tables, phase, inputs, lacks}
"""
import hashlib
import json
import sys
from fractions import Fraction
from pathlib import Path

import deals as fourth
import outcome as third
import papers as fifth
import rows as second


def canonical(value):
    """RFC 8785 for what stands in these files: integers, text, lists, and objects with ASCII keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def digest(value):
    return hashlib.sha256(canonical(value)).hexdigest()


def half_even(value):
    whole, rest = divmod(value.numerator, value.denominator)
    twice = 2 * rest
    if twice > value.denominator or (twice == value.denominator and whole % 2 == 1):
        return whole + 1
    return whole


class Impossible(Exception):
    pass


class Round:
    def __init__(self, scheme, inputs):
        self.scheme = scheme
        self.entries = sorted(inputs["entries"])
        self.members = {group["id"]: [] for group in scheme["groups"]}
        for evaluator in inputs["evaluators"]:
            self.members[evaluator["groupId"]].append(evaluator["evaluatorId"])
        self.given = {}
        for sheet in inputs["sheets"]:
            self.given[sheet["evaluatorId"]] = {score["entryId"]: score["points"] for score in sheet["scores"]}
        self.recused = {(recusal["evaluatorId"], recusal["entryId"]) for recusal in inputs["recusals"]}

    def points(self, group, evaluator, entry):
        """The points one evaluator gave one entry; None where there are none."""
        if evaluator in self.given:
            found = self.given[evaluator].get(entry)
            if found is None and (evaluator, entry) not in self.recused:
                raise Impossible(f"{evaluator} did not score {entry}")
            return found
        if group["missingSheet"] == "refuse":
            raise Impossible(f"{evaluator} gave no sheet")
        return [0] * len(self.scheme["criteria"]) if group["missingSheet"] == "zero" else None

    def counted(self, group, entry):
        """The points that count, as {evaluator: points}; None when the panel is too small."""
        given = {}
        for evaluator in self.members[group["id"]]:
            points = self.points(group, evaluator, entry)
            if points is not None:
                given[evaluator] = points
        panel = {who: points for who, points in given.items() if (who, entry) not in self.recused}
        if len(panel) < group["panelMin"]:
            if group["belowPanelMin"] == "refuse":
                raise Impossible(f"{entry} has too few scores in {group['id']}")
            return None
        if group["aggregation"]["kind"] == "mean":
            return panel
        pool = panel if group["trimming"] == "after-recusal" else given
        order = sorted(pool, key=lambda who: (sum(pool[who]), who))
        last = len(order) - group["aggregation"]["dropHighest"]
        kept = order[group["aggregation"]["dropLowest"]:last]
        return {who: pool[who] for who in kept if who in panel}

    def breaker(self, breaker, counted):
        def mean(group_id):
            sheets = counted[group_id].values()
            if breaker["by"] == "group":
                return Fraction(sum(sum(points) for points in sheets), len(sheets))
            at = [criterion["id"] for criterion in self.scheme["criteria"]].index(breaker["criterionId"])
            return Fraction(sum(points[at] for points in sheets), len(sheets))

        if "groupId" in breaker:
            return mean(breaker["groupId"])
        return sum((Fraction(group["weight"], 10000) * mean(group["id"]) for group in self.scheme["groups"]), Fraction(0))

    def rank(self):
        rows, unranked = [], []
        for entry in self.entries:
            counted = {group["id"]: self.counted(group, entry) for group in self.scheme["groups"]}
            if any(sheets is None for sheets in counted.values()):
                unranked.append(entry)
                continue
            value = Fraction(0)
            for group in self.scheme["groups"]:
                sheets = counted[group["id"]]
                value += Fraction(group["weight"], 10000) * Fraction(sum(sum(points) for points in sheets.values()), len(sheets))
            score = half_even(value * 10 ** self.scheme["decimals"] / 100)
            primary = value if self.scheme["ranking"] == "exact" else score
            key = (primary, *(self.breaker(breaker, counted) for breaker in self.scheme["ties"]["breakers"]))
            sums = [(group["id"], sum(sum(p) for p in counted[group["id"]].values()), len(counted[group["id"]])) for group in self.scheme["groups"]]
            rows.append({"entryId": entry, "key": key, "value": value, "score": score, "sums": sums})
        rows.sort(key=lambda row: row["entryId"])
        rows.sort(key=lambda row: row["key"], reverse=True)  # stable: equal keys stay in the order of their ids
        shared = self.scheme["ties"]["then"] == "shared-rank"
        for place, row in enumerate(rows):
            same = place > 0 and rows[place - 1]["key"] == row["key"]
            row["rank"] = rows[place - 1]["rank"] if shared and same else place + 1
        return rows, unranked


def differences(scheme, inputs, result):
    try:
        rows, unranked = Round(scheme, inputs).rank()
    except Impossible as why:
        return [f"no tally is possible: {why}"], []
    found = []
    if [row["entryId"] for row in rows] != [entry["entryId"] for entry in result["entries"]]:
        found.append("the order of the entries differs")
    if unranked != [entry["entryId"] for entry in result["unranked"]]:
        found.append("the unranked entries differ")
    stated = {entry["entryId"]: entry for entry in result["entries"]}
    for row in rows:
        entry = stated.get(row["entryId"])
        if entry is None:
            found.append(f"{row['entryId']} is missing")
            continue
        mine = (row["rank"], row["score"], str(row["value"].numerator), str(row["value"].denominator), row["sums"])
        theirs = (entry["rank"], entry["score"], entry["numerator"], entry["denominator"],
                  [(step["groupId"], step["sum"], step["count"]) for step in entry["groups"]])
        if mine != theirs:
            found.append(f"{row['entryId']}: computed {mine}, stated {theirs}")
    return found, rows


def sorted_inputs(inputs):
    return {
        "entries": sorted(inputs["entries"]),
        "evaluators": sorted(({key: one[key] for key in ("evaluatorId", "groupId")} for one in inputs["evaluators"]), key=lambda one: one["evaluatorId"]),
        "recusals": sorted(({key: one[key] for key in ("evaluatorId", "entryId")} for one in inputs["recusals"]), key=lambda one: (one["evaluatorId"], one["entryId"])),
        "sheets": [
            {"evaluatorId": sheet["evaluatorId"],
             "scores": sorted(({"entryId": score["entryId"], "points": score["points"]} for score in sheet["scores"]), key=lambda score: score["entryId"])}
            for sheet in sorted(inputs["sheets"], key=lambda sheet: sheet["evaluatorId"])
        ],
    }


def drawn_order(secret, lot, entries):
    """The seed and the order of appearance: by SHA-256 over the seed and each entry, as ties are drawn."""
    seed = digest({"secret": secret, "lot": lot, "entries": sorted(entries)})
    return seed, sorted(entries, key=lambda entry: hashlib.sha256(f"{seed} {entry}".encode("utf-8")).hexdigest())


def shown_scores(scheme, result):
    """What the hall is to see of each entry: its score, or, where the phase takes other sources as well, what the panel's row came to."""
    rows = next(phase for phase in scheme["phases"] if phase["id"] == result["phase"])["rows"]
    if len({row["source"] for row in rows if "source" in row}) < 2:
        return {entry["entryId"]: entry["score"] for entry in result["entries"]}
    panel = next(row["id"] for row in rows if row["op"] == "take-panel")
    scores = {}
    for entry in result["entries"] + result["unranked"]:
        value = next((row for row in entry["rows"] if row["row"] == panel), None)
        if value is not None and value["numerator"] is not None:
            exact = Fraction(int(value["numerator"]), int(value["denominator"]))
            scores[entry["entryId"]] = half_even(exact * 10 ** result["decimals"] / 100)
    return scores


def contest_differences(scheme, contest, result):
    """A contest as the hall saw it: drawn from what was committed to, and nobody's score another than the one that was shown."""
    found = []
    places = {entry["entryId"]: entry["place"] for entry in contest["entries"] if entry["place"] > 0}
    order = sorted(places, key=places.get)
    for draw in contest["draws"]:
        if hashlib.sha256(draw["secret"].encode("utf-8")).hexdigest() != draw["commitment"]:
            found.append("an order was drawn from something else than what was committed to")
    if contest["draws"]:
        last = contest["draws"][-1]
        seed, mine = drawn_order(last["secret"], last["lot"], order)
        if seed != last["seed"] or mine != order:
            found.append(f"the order of appearance: drawn {mine}, stated {order}")
    scores = shown_scores(scheme, result)
    for entry in contest["entries"]:
        if entry["standing"] == "shown" and scores.get(entry["entryId"]) != entry["score"]:
            found.append(f"{entry['entryId']}: shown {entry['score']}, computed {scores.get(entry['entryId'])}")
    return found


def stored_draws(directory):
    """Every OrderDrawn of events.jsonl beside or above the directory, drawn again."""
    found = []
    for place in (directory, directory.parent):
        if (place / "events.jsonl").exists():
            with (place / "events.jsonl").open(encoding="utf-8") as lines:
                facts = [event["data"] for event in map(json.loads, lines) if event["type"] == "OrderDrawn.v1"]
            for fact in facts:
                seed, order = drawn_order(fact["secret"], fact["lot"], fact["entryIds"])
                if (seed, order) != (fact["seed"], fact["entryIds"]):
                    found.append(f"the order of round {fact['roundId']} is not what its lots give")
            break
    return found


def stored_results(directory):
    """The ResultComputed facts of events.jsonl beside or above the directory, by the hash of their result."""
    for place in (directory, directory.parent):
        if (place / "events.jsonl").exists():
            with (place / "events.jsonl").open(encoding="utf-8") as lines:
                facts = [event["data"] for event in map(json.loads, lines) if event["type"] == "ResultComputed.v1"]
            return {fact["resultHash"]: fact for fact in facts}
    return None


def one_round(directory):
    def load(name):
        return json.loads((directory / name).read_text(encoding="utf-8"))

    scheme, sheets, result = load("scheme.json"), load("score-sheets.json"), load("result.json")
    in_rows = result.get("resultVersion") == 2
    found, rows = (second.differences if in_rows else differences)(scheme, sheets, result)
    for row in rows:
        print(f"{row['rank']:>5}  {row['score'] / 10 ** result['decimals']:>10}  {row['entryId']}")
    ordered = second.sorted_inputs(sheets) if in_rows else sorted_inputs(sheets)
    hashes = {"inputsHash": digest(ordered), "resultHash": digest(result)}
    for name, value in hashes.items():
        print(f"{name} {value}")
    if in_rows and (directory / "awards.json").exists():
        given, passed = third.differences(load("awards.json"), result)
        found.extend(given)
        for name in passed:
            print(f"not recomputed: the rule {name}")
    if (directory / "contest.json").exists():
        found.extend(contest_differences(scheme, load("contest.json"), result))
    if (directory / "deals.json").exists():
        found.extend(fourth.differences(load("deals.json"), sheets, digest))
    if (directory / "papers.json").exists():
        found.extend(fifth.differences(load("papers.json"), sheets))
    found.extend(stored_draws(directory))
    stored = stored_results(directory)
    if stored is not None and hashes["resultHash"] not in stored:
        found.append(f"events.jsonl holds no result with the hash {hashes['resultHash']}")
    elif stored is not None and stored[hashes["resultHash"]]["inputsHash"] != hashes["inputsHash"]:
        found.append("events.jsonl says that the result was computed from other sheets")
    return found


def one_line(case):
    if "lacks" in case:
        mine = second.lacking(case["tables"], case["phase"], case["inputs"])
        theirs = sorted([one["row"], one["reason"], one["entryId"] or "", one["seatIds"], one.get("items", [])] for one in case["lacks"])
        return [] if mine == theirs else [f"lacking {mine}, stated {theirs}"]
    in_rows = "tables" in case
    if in_rows:
        problems, _ = second.differences(case["tables"], case["inputs"], case["result"])
    else:
        problems, _ = differences(case["scheme"], case["inputs"], case["result"])
    ordered = second.sorted_inputs(case["inputs"]) if in_rows else sorted_inputs(case["inputs"])
    if digest(ordered) != case["inputsHash"]:
        problems.append("the inputs hash differs")
    if digest(case["result"]) != case["resultHash"]:
        problems.append("the result hash differs")
    return problems


def many_rounds(lines):
    found, number = [], 0
    for number, line in enumerate(lines, 1):
        found.extend(f"round {number}: {problem}" for problem in one_line(json.loads(line)))
    print(f"{number} rounds recomputed")
    return found


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = many_rounds(sys.stdin) if sys.argv[1] == "--lines" else one_round(Path(sys.argv[1]))
    for problem in found:
        print(f"DIFFERS {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
