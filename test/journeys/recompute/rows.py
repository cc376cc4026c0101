"""A result in rows, recomputed from the description in libs/scoring/README.md with nothing but Python's standard library.

Values are Fractions in hundredths of a point. An absent value is a pair (reason, row where it was lost).
"""
import hashlib
from fractions import Fraction


class Lacking(Exception):
    """The tables refuse to go on; `lacks` says what must come first."""

    def __init__(self, lacks):
        super().__init__("something is lacking")
        self.lacks = lacks


def rounded(value, decimals, how):
    """Hundredths of a point in units of 10^-decimals points."""
    exact = abs(value) * 10 ** decimals / 100
    whole, rest = divmod(exact.numerator, exact.denominator)
    half = 2 * rest
    if how == "half-up":
        up = half >= exact.denominator
    elif how == "half-even":
        up = half > exact.denominator or (half == exact.denominator and whole % 2 == 1)
    else:
        up = False
    magnitude = whole + (1 if up else 0)
    return -magnitude if value < 0 else magnitude


def worth(source, criterion, mark):
    """What a mark gives, in hundredths of a point."""
    scale = criterion["scale"]
    if scale["kind"] == "bands":
        return scale["bands"][mark]
    if scale["kind"] == "levels":
        return criterion["points"] * scale["levels"][mark]["share"] // 10000
    return criterion["points"] * mark // 100 if source["marks"] == "coefficient" else mark


class Panel:
    """Who marked what in one source."""

    def __init__(self, source, inputs):
        self.source = source
        self.criteria = {criterion["id"]: criterion for criterion in source["criteria"]}
        self.seats = sorted(seat["seatId"] for seat in inputs["seats"] if seat["sourceId"] == source["id"])
        self.persons, self.assigned = {}, {}
        for seat in inputs["seats"]:
            if seat["sourceId"] == source["id"]:
                self.persons[seat["seatId"]] = seat.get("personId", seat["seatId"])
                self.assigned[seat["seatId"]] = set(seat["entryIds"]) if "entryIds" in seat else None
        self.with_sheet, self.points = set(), {}
        for sheet in inputs["sheets"]:
            if sheet["sourceId"] != source["id"]:
                continue
            self.with_sheet.add(sheet["seatId"])
            for score in sheet["scores"]:
                given = {item: worth(source, self.criteria[item], mark) for item, mark in zip(sheet["items"], score["marks"]) if mark is not None}
                if given:
                    self.points[sheet["seatId"], score["entryId"]] = given
        self.by_seat = {(one["id"], one["entryId"]) for one in inputs["recusals"] if one["who"] == "seat"}
        self.by_person = {(one["id"], one["entryId"]) for one in inputs["recusals"] if one["who"] == "person"}

    def recused(self, seat, entry):
        return (seat, entry) in self.by_seat or (self.persons[seat], entry) in self.by_person

    def count(self, row, entry):
        """The row's value (or None below the minimum), its story, and who is missing."""
        marked = {}
        for seat in self.seats:
            mine = {item: points for item, points in self.points.get((seat, entry), {}).items() if item in row["criteria"]}
            if mine:
                marked[seat] = mine
        missing = [seat for seat in self.seats
                   if seat not in marked and not self.recused(seat, entry) and (self.assigned[seat] is None or entry in self.assigned[seat])]
        if row["missing"] == "zero":
            for seat in missing:
                marked[seat] = {item: 0 for item in row["criteria"]}
        panel = [seat for seat in self.seats if seat in marked and not self.recused(seat, entry)]
        story = {
            "panel": len(panel),
            "recused": [seat for seat in self.seats if self.recused(seat, entry)],
            "holes": [seat for seat in missing if seat in self.with_sheet],
            "droppedLowest": [], "droppedHighest": [], "counted": [],
        }
        if len(panel) < row["least"]:
            return None, story, missing, None
        reduce = row["reduce"]
        ordered_criteria = [criterion for criterion in self.criteria if criterion in row["criteria"]]
        if reduce["how"] == "pooled":
            marks = [(item, points) for seat in panel for item, points in marked[seat].items()]
            possible = sum(self.criteria[item]["points"] for item, _ in marks)
            story["counted"] = [{"sum": sum(points for _, points in marks), "count": len(marks)}]
            by_criterion = {item: [points for one, points in marks if one == item] for item in ordered_criteria}
            return Fraction(sum(points for _, points in marks), possible) * 10000, story, missing, by_criterion
        pool = [seat for seat in self.seats if seat in marked] if reduce.get("recusal") == "last" else panel

        def keep(points_of):
            if reduce["how"] == "mean":
                return panel, [], []
            order = sorted(pool, key=lambda seat: (points_of(seat), seat))
            end = len(order) - reduce["high"]
            return [seat for seat in order[reduce["low"]:end] if seat in panel], order[:reduce["low"]], order[end:]

        if reduce.get("trim") == "criteria":
            kept = {item: keep(lambda seat, item=item: marked[seat][item])[0] for item in ordered_criteria}
            by_criterion = {item: [marked[seat][item] for seat in seats] for item, seats in kept.items()}
            story["counted"] = [{"sum": sum(by_criterion[item]), "count": len(by_criterion[item])} for item in ordered_criteria]
            return sum(Fraction(sum(points), len(points)) for points in by_criterion.values()), story, missing, by_criterion
        seats, story["droppedLowest"], story["droppedHighest"] = keep(lambda seat: sum(marked[seat].values()))
        total = sum(sum(marked[seat].values()) for seat in seats)
        story["counted"] = [{"sum": total, "count": len(seats)}]
        return Fraction(total, len(seats)), story, missing, {item: [marked[seat][item] for seat in seats] for item in ordered_criteria}


class Checklist:
    """What offices found, item by item and period by period, in one source."""

    def __init__(self, source, inputs):
        self.source = source
        self.areas = {area["id"]: area for area in source["areas"]}
        checks = inputs.get("checks", {"occurrences": [], "marks": [], "own": [], "outside": []})
        mine = {name: [one for one in rows if one["sourceId"] == source["id"]] for name, rows in checks.items()}
        self.counts, self.marks = {}, {}
        for one in mine["occurrences"]:
            key = one["entryId"], one["itemId"], one["period"]
            self.counts[key] = self.counts.get(key, 0) + one["count"]
        for one in mine["marks"]:
            self.marks.setdefault((one["entryId"], one["itemId"], one["period"], one["by"]), []).append(sum(one["marks"]))
        self.own = {(one["entryId"], one["itemId"]) for one in mine["own"]}
        self.outside = {(one["entryId"], one["areaId"], one["period"]) for one in mine["outside"]}

    def item(self, row, entry, item, period):
        """The item's value, None where it is left out; and whether anything was said of it."""
        own, view = self.source["own"], row["view"]
        if view == "self":
            voices = ["self"]
        elif own["by"] != "allow" and (entry, item["id"]) in self.own:
            voices = ["others" if own["by"] == "others-mean" else own["party"]]
        else:
            voices = list(reversed(self.source["reviews"])) if view == "last" else [view]
        for by in voices:
            given = self.marks.get((entry, item["id"], period, by))
            if given:
                return Fraction(sum(given), len(given)), True
        if item["per"] is not None and view != "self":
            start = item["points"] if item["starts"] == "full" else 0
            counted = start + self.counts.get((entry, item["id"], period), 0) * item["per"]
            return Fraction(min(max(counted, item["floor"]), item["cap"])), True
        if row["unscored"] == "full":
            return Fraction(item["cap"]), False
        return (Fraction(0) if row["unscored"] == "zero" else None), False

    def area_in(self, row, entry, area, period, silent):
        """An area's value in one period; None where all of it is left out."""
        items = [one["items"] for one in area["lists"] if one["fromPeriod"] <= period][-1]
        found = []
        for item in items:
            value, said = self.item(row, entry, item, period)
            if not said:
                silent.append(f"{item['id']}/{period}")
            if value is not None:
                found.append((item, value))
        if not found:
            return None
        alone = [(item, value) for item, value in found if item["group"] is None]
        groups = {item["group"] for item, _ in found if item["group"] is not None}
        total = sum(value for _, value in alone) + sum(max(value for item, value in found if item["group"] == group) for group in groups)
        if area["deductMax"] is not None:
            lost = sum(item["points"] - value for item, value in alone if item["starts"] == "full")
            total += max(Fraction(0), lost - area["deductMax"])
        whole = sum(item["points"] for item, _ in alone) + sum(max(item["points"] for item in items if item["group"] == group) for group in groups)
        return total * area["points"] / whole

    def count(self, row, entry):
        """The row's value (None with too few periods), its story, and what nothing was said of."""
        told, values, silent = [], [], []
        for taken in row["areas"]:
            area = self.areas[taken["area"]]
            periods = [(period, self.area_in(row, entry, area, period, silent)) for period in range(1, taken["periods"] + 1)
                       if (entry, area["id"], period) not in self.outside]
            there = [value for _, value in periods if value is not None]
            value = None
            if len(there) >= taken["least"]:
                value = {"mean": lambda: sum(there) / len(there), "sum": lambda: sum(there), "best": lambda: max(there), "last": lambda: there[-1]}[area["across"]]()
            values.append(value)
            told.append({"area": area["id"], **parts(value), "periods": [{"period": period, **parts(one)} for period, one in periods]})
        return None if None in values else sum(values, Fraction(0)), {"areas": told}, silent


class Bonus:
    """What was granted beside what everybody is judged by, in one source."""

    def __init__(self, source, inputs):
        self.source = source
        self.granted = [one for one in inputs.get("bonuses", []) if one["sourceId"] == source["id"]]

    def count(self, row, entry):
        """The row's value and its story."""
        def held(points, cap):
            return points if cap is None else min(points, cap)

        groups = []
        for group in self.source["groups"]:
            if group["id"] not in row["groups"]:
                continue
            items = []
            for item in group["items"]:
                mine = [one for one in self.granted if (one["entryId"], one["itemId"]) == (entry, item["id"])]
                if not mine:
                    continue
                # Of one honour the highest alone, where it counts once: a claim is its own honour where it does not.
                best = {}
                for one in mine:
                    key = one["honour"] if self.source["once"] else one["claimId"]
                    best[key] = max(best.get(key, 0), one["points"])
                before = sum(best.values())
                items.append({"item": item["id"], "granted": len(mine), "counted": len(best), "before": before, "points": held(before, item["cap"])})
            before = sum(item["points"] for item in items)
            groups.append({"group": group["id"], "before": before, "points": held(before, group["cap"]), "items": items})
        before = sum(group["points"] for group in groups)
        return Fraction(held(before, self.source["cap"])), {"before": before, "groups": groups}


class Ballot:
    """What a secret ballot about each entry came to, in one source."""

    def __init__(self, source, inputs):
        self.source = source
        self.given = {one["entryId"]: one for one in inputs.get("ballots", []) if one["sourceId"] == source["id"]}

    def count(self, row, entry):
        """The row's value, or why it is absent; and its story."""
        if entry not in self.given:
            return ("NOT_RECORDED", row["id"]), None
        one = self.given[entry]
        story = {"issued": one["issued"], "cast": one["cast"], "counts": one["counts"]}
        if one.get("void"):
            return ("BOX_VOID", row["id"]), story
        if min(one["issued"], one["cast"]) < self.source["least"]:
            return ("VOTERS_BELOW_MINIMUM", row["id"]), story
        if one["cast"] * 10000 < self.source["turnout"] * one["issued"]:
            return ("TURNOUT_BELOW_FLOOR", row["id"]), story
        levels, asked = self.source["levels"], self.source.get("questions", [None])
        total = votes = 0
        for question in row.get("questions", asked):
            first = asked.index(question) * len(levels)
            counts = one["counts"][first:first + len(levels)]
            total += sum(count * level["points"] for count, level in zip(counts, levels))
            votes += sum(counts)
        return Fraction(total, votes), story


def parts(value):
    return {"numerator": None if value is None else str(value.numerator), "denominator": None if value is None else str(value.denominator)}


class Rows:
    def __init__(self, tables, phase_id, inputs):
        self.inputs = inputs
        self.phase = next(phase for phase in tables["phases"] if phase["id"] == phase_id)
        sources = {source["id"]: source for source in tables["sources"]}
        self.lower = {source for source, one in sources.items() if one["kind"] == "measure" and one["better"] == "lower"}
        self.lower_phases = {phase["id"] for phase in tables["phases"] if phase["rank"]["better"] == "lower"}
        self.panels = {row["source"]: Panel(sources[row["source"]], inputs) for row in self.phase["rows"] if row["op"] == "take-panel"}
        self.checklists = {row["source"]: Checklist(sources[row["source"]], inputs) for row in self.phase["rows"] if row["op"] == "take-checklist"}
        self.bonuses = {row["source"]: Bonus(sources[row["source"]], inputs) for row in self.phase["rows"] if row["op"] == "take-bonus"}
        self.ballots = {row["source"]: Ballot(sources[row["source"]], inputs) for row in self.phase["rows"] if row["op"] == "take-ballot"}
        self.leave_out = {row["id"] for row in self.phase["rows"] if row["absent"] == "leave-out"}
        self.lacks = set()

    def recorded(self, values, how, lower):
        """(order, value) pairs, across attempts or periods."""
        values = [value for _, value in sorted(values)]
        if how == "mean":
            return sum(values) / len(values)
        if how == "sum":
            return sum(values)
        if how == "last":
            return values[-1]
        return min(values) if lower else max(values)

    def some(self, values, rows, row_id):
        """The values of rows that are there; or an absence."""
        found = {}
        for row in rows:
            if isinstance(values[row], Fraction):
                found[row] = values[row]
            elif row not in self.leave_out:
                return values[row]
        return found or ("NOTHING_LEFT", row_id)

    def value(self, row, values, entry):
        op = row["op"]
        if op == "take-measure":
            given = [(one["attempt"], Fraction(int(one["numerator"]), int(one["denominator"])))
                     for one in self.inputs["values"] if (one["sourceId"], one["entryId"]) == (row["source"], entry)]
            return self.recorded(given, row["attempts"], row["source"] in self.lower) if given else ("NOT_RECORDED", row["id"])
        if op == "carry":
            given = [(one["period"], Fraction(int(one["numerator"]), int(one["denominator"])))
                     for one in self.inputs["carried"] if (one["phase"], one["entryId"]) == (row["phase"], entry)]
            if len(given) < row["least"]:
                return "NOT_CARRIED", row["id"]
            return self.recorded(given, row["across"], row["phase"] in self.lower_phases)
        if op == "weigh":
            weights = {one["row"]: one["weight"] for one in row["weights"]}
            found = self.some(values, [one["row"] for one in row["weights"]], row["id"])
            if isinstance(found, tuple):
                return found
            return sum(weights[one] * value for one, value in found.items()) / sum(weights[one] for one in found)
        if op == "sum":
            found = self.some(values, row["of"] + row["minus"], row["id"])
            if isinstance(found, tuple):
                return found
            if not any(one in found for one in row["of"]):
                return "NOTHING_LEFT", row["id"]
            return sum((value if one in row["of"] else -value for one, value in found.items()), Fraction(0))
        if op in ("mean", "best"):
            found = self.some(values, row["of"], row["id"])
            if isinstance(found, tuple):
                return found
            return max(found.values()) if op == "best" else sum(found.values()) / len(found)
        x = values[row["of"]]
        if isinstance(x, tuple):
            return x
        if op == "scale":
            return x * row["to"] / row["from"]
        if op == "times":
            y = values[row["by"]]
            return y if isinstance(y, tuple) else x * y / 10000
        if op == "clamp":
            x = max(x, Fraction(row["floor"])) if "floor" in row else x
            return min(x, Fraction(row["cap"])) if "cap" in row else x
        if op == "bands":
            for band in row["bands"]:
                if (x >= band["limit"]) if row["when"] == "at-least" else (x <= band["limit"]):
                    return Fraction(band["points"])
            return Fraction(row["else"])
        if op == "round":
            return Fraction(rounded(x, row["decimals"], row["how"]) * 100, 10 ** row["decimals"])
        raise ValueError(f"no such operation: {op}")

    def entry(self, entry):
        """The values of all rows of one entry, their stories, and the marks that ties may ask for."""
        values, told, marks = {}, [], {}
        for row in self.phase["rows"]:
            story, missing, checklist, bonus, ballot = None, [], None, None, None
            if row["op"] == "take-panel":
                panel = self.panels[row["source"]]
                value, story, missing, marks[row["id"]] = panel.count(row, entry)
                if value is None:
                    value = ("PANEL_BELOW_MINIMUM", row["id"])
                if row["missing"] == "refuse" and missing:
                    sheetless = [seat for seat in missing if seat not in panel.with_sheet]
                    self.lacks.update((row["id"], "MARKS_MISSING", None, (seat,), ()) for seat in sheetless)
                    if len(sheetless) < len(missing):
                        self.lacks.add((row["id"], "MARKS_MISSING", entry, tuple(seat for seat in missing if seat in panel.with_sheet), ()))
            elif row["op"] == "take-checklist":
                value, checklist, silent = self.checklists[row["source"]].count(row, entry)
                if row["unscored"] == "refuse" and silent:
                    self.lacks.add((row["id"], "ITEM_UNSCORED", entry, (), tuple(silent[:20])))
                if value is None:
                    value = ("PERIODS_BELOW_MINIMUM", row["id"])
            elif row["op"] == "take-bonus":
                value, bonus = self.bonuses[row["source"]].count(row, entry)
            elif row["op"] == "take-ballot":
                value, ballot = self.ballots[row["source"]].count(row, entry)
            else:
                value = self.value(row, values, entry)
            absence = value if isinstance(value, tuple) else None
            if absence and row["absent"] == "refuse":
                self.lacks.add((row["id"], absence[0], entry, tuple(missing), ()))
            if absence and row["absent"] == "zero":
                value = Fraction(0)
            values[row["id"]] = value
            exact = isinstance(value, Fraction)
            told.append({
                "row": row["id"],
                "numerator": str(value.numerator) if exact else None,
                "denominator": str(value.denominator) if exact else None,
                "absent": {"reason": absence[0], "row": absence[1]} if absence else None,
                "panel": story,
                **({} if checklist is None else {"checklist": checklist}),
                **({} if bonus is None else {"bonus": bonus}),
                **({} if ballot is None else {"ballot": ballot}),
            })
        return values, told, marks

    def tie_value(self, key, values, marks):
        """A tie key's value; None where it is absent."""
        if key["by"] == "row":
            value = values[key["row"]]
            return value if isinstance(value, Fraction) else None
        total, weights = Fraction(0), 0
        for one in key["of"]:
            counted = (marks[one["row"]] or {}).get(key["criterion"], [])
            if not counted:
                return None
            total += one["weight"] * Fraction(sum(counted), len(counted))
            weights += one["weight"]
        return total / weights

    def sort_key(self, entry):
        """Smaller is better; absent values are worst."""
        rank = self.phase["rank"]
        primary = entry["value"] if rank["on"] == "exact" else Fraction(entry["score"])
        keys = [-primary if rank["better"] == "higher" else primary]
        for key, value in zip(rank["ties"], entry["keys"]):
            keys.append((1, 0) if value is None else (0, -value if key["better"] == "higher" else value))
        if rank["then"] == "draw":
            keys.append(hashlib.sha256(f"{self.inputs['seed']} {entry['entryId']}".encode()).hexdigest())
        return keys

    def result(self):
        """(ranked, unranked, missing sheets); raises Lacking."""
        ranked, unranked = [], []
        for one in sorted(self.inputs["entries"], key=lambda one: one["entryId"]):
            within = None if self.phase["within"] == "all" else one[self.phase["within"]]
            if not self.phase["rows"]:
                unranked.append({"entryId": one["entryId"], "within": within, "reason": "NOT_SCORED", "row": "", "rows": []})
                continue
            values, told, marks = self.entry(one["entryId"])
            value = values[self.phase["score"]]
            if isinstance(value, tuple):
                unranked.append({"entryId": one["entryId"], "within": within, "reason": value[0], "row": value[1], "rows": told})
                continue
            ranked.append({"entryId": one["entryId"], "within": within, "value": value, "rows": told,
                           "score": rounded(value, self.phase["decimals"], "half-even"),
                           "keys": [self.tie_value(key, values, marks) for key in self.phase["rank"]["ties"]]})
        if self.lacks:
            raise Lacking(self.lacks)
        ranked.sort(key=lambda entry: (entry["within"] or "", self.sort_key(entry), entry["entryId"]))
        place = 0
        for at, entry in enumerate(ranked):
            before = ranked[at - 1] if at > 0 and ranked[at - 1]["within"] == entry["within"] else None
            place = place + 1 if before else 1
            entry["rank"] = before["rank"] if before and self.sort_key(before) == self.sort_key(entry) else place
        missing = sorted((source, seat) for source, panel in self.panels.items() for seat in panel.seats if seat not in panel.with_sheet)
        return ranked, unranked, [{"sourceId": source, "seatId": seat} for source, seat in missing]


def differences(tables, inputs, result):
    """What differs from a stated result; and the ranked entries."""
    try:
        ranked, unranked, missing = Rows(tables, result["phase"], inputs).result()
    except Lacking as why:
        return [f"no result is possible: {sorted(map(str, why.lacks))}"], []
    found = []
    if missing != result["missingSheets"]:
        found.append(f"the missing sheets differ: {missing}")
    if unranked != result["unranked"]:
        found.append("the unranked entries differ")
    if [entry["entryId"] for entry in ranked] != [entry["entryId"] for entry in result["entries"]]:
        found.append("the order of the entries differs")
    stated = {entry["entryId"]: entry for entry in result["entries"]}
    for entry in ranked:
        mine = {"entryId": entry["entryId"], "within": entry["within"], "rank": entry["rank"], "score": entry["score"],
                "numerator": str(entry["value"].numerator), "denominator": str(entry["value"].denominator), "rows": entry["rows"]}
        theirs = {key: value for key, value in stated.get(entry["entryId"], {}).items() if key != "tie"}
        if mine != theirs:
            found.append(f"{entry['entryId']}: computed {mine}, stated {theirs}")
        tie = stated.get(entry["entryId"], {}).get("tie")
        keys = [None if value is None else [str(value.numerator), str(value.denominator)] for value in entry["keys"]]
        if tie and keys != [None if one["numerator"] is None else [one["numerator"], one["denominator"]] for one in tie["values"]]:
            found.append(f"{entry['entryId']}: the values of its tie differ, computed {keys}")
    return found, ranked


def lacking(tables, phase, inputs):
    """What is lacking, as a sorted list; empty when a result is possible."""
    try:
        Rows(tables, phase, inputs).result()
    except Lacking as why:
        return sorted([row, reason, entry or "", list(seats), list(items)] for row, reason, entry, seats, items in why.lacks)
    return []


def sorted_inputs(inputs):
    """The inputs as their hash is taken: every list but items and marks sorted by its ids."""
    def by(*keys):
        return lambda one: tuple(one.get(key, "") for key in keys)

    return {
        **({} if "bonuses" not in inputs else {"bonuses": sorted(inputs["bonuses"], key=by("sourceId", "claimId"))}),
        **({} if "ballots" not in inputs else {"ballots": sorted(inputs["ballots"], key=by("sourceId", "entryId"))}),
        "carried": sorted(inputs["carried"], key=by("phase", "entryId", "period")),
        **({} if "checks" not in inputs else {
            "checkMarks": sorted(inputs["checks"]["marks"], key=by("sourceId", "entryId", "itemId", "period", "by", "officeId")),
            "checkOccurrences": sorted(inputs["checks"]["occurrences"], key=by("sourceId", "occurrenceId")),
            "checkOutside": sorted(inputs["checks"]["outside"], key=by("sourceId", "entryId", "areaId", "period")),
            "checkOwn": sorted(inputs["checks"]["own"], key=by("sourceId", "entryId", "itemId")),
        }),
        "entries": sorted(inputs["entries"], key=by("entryId")),
        "recusals": sorted(inputs["recusals"], key=by("who", "id", "entryId")),
        "seats": sorted(({**seat, "entryIds": sorted(seat["entryIds"])} if "entryIds" in seat else seat for seat in inputs["seats"]), key=by("sourceId", "seatId")),
        "seed": inputs["seed"],
        "sheets": sorted(({**sheet, "scores": sorted(sheet["scores"], key=by("entryId"))} for sheet in inputs["sheets"]), key=by("sourceId", "seatId", "part")),
        "values": sorted(inputs["values"], key=by("sourceId", "entryId", "attempt")),
        "version": 2,
    }
