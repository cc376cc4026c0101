#!/usr/bin/env python3
"""Computes the lists of namings over a series again, from the log alone, with nothing but Python's standard library.

    python3 namings.py EVENTS.jsonl     the log as the audit API exports it (test/journeys/README.md); prints every list; exit 1 when one
                                        differs, or when there is none

For each NamingComputed: who declared in which year of the series, which first prizes stood, and who had gone into whom, as the facts above
it in the log say; from that every unit that was looked at, in or out under both readings with its reasons, and the hash of the list. What
two persons put right (NamingCorrected) makes another list, whose hash follows from the one before. A decision over it names whom the list
names, unless the body left somebody out; its circular names nobody else.
"""
import hashlib
import json
import sys
from datetime import datetime, timedelta

BEIJING = timedelta(hours=8)
READINGS = ("first-prize-once", "first-prize-every-year")
SUCCESSIONS_MAX = 50
# What a NamingComputed says beside the list that its hash is of.
BESIDE = {"roundId", "editionId", "computation", "editions", "computedAt", "subjects", "parts", "resultHash", "predecessor", "because"}


def digest(value):
    """SHA-256 of the RFC 8785 form of what stands in these facts: integers, text, lists, truth, and objects with ASCII keys."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Log:
    """What the facts so far say of editions, declarations, rounds, honours and organizations."""

    def __init__(self):
        self.editions, self.declared, self.rounds, self.withdrawn, self.heirs = {}, {}, {}, set(), {}

    def learn(self, kind, data):
        if kind == "EditionOpened.v1":
            self.editions[data["editionId"]] = {**{key: data[key] for key in ("seriesId", "year", "ordinal", "templateHash")}, "abandoned": False}
        elif kind == "EditionAbandoned.v1":
            self.editions[data["editionId"]]["abandoned"] = True
        elif kind in ("EntryDeclared.v1", "EntryRedeclared.v1"):
            known = self.declared.setdefault(data["entryId"], {"withdrawn": False})
            known.update(edition=data["editionId"], unit=known.get("unit") or data.get("homeId") or data["nominatorId"])
        elif kind == "EntryHandedOver.v1" and data["entryId"] in self.declared:
            self.declared[data["entryId"]]["unit"] = data["homeId"]
        elif kind == "EntryWithdrawn.v1" and data["entryId"] in self.declared:
            self.declared[data["entryId"]]["withdrawn"] = True
        elif kind == "ActUndone.v1" and data.get("act") == "EntryWithdrawn":
            self.declared[data["entryId"]]["withdrawn"] = False
        elif kind == "DecisionTaken.v1":
            self.rounds[data["roundId"]] = {"editionId": data["editionId"], "decisionId": data["decisionId"], "meetingOn": data["meetingOn"]}
        elif kind == "DecisionAnnulled.v1":
            self.rounds.pop(data["roundId"], None)
        elif kind == "CircularIssued.v1":
            self.rounds[data["roundId"]].update(documentNumber=data["documentNumber"], honours=data["honours"])
        elif kind == "HonourWithdrawn.v1":
            self.withdrawn.add(data["honourId"])
        elif kind == "HonourRestored.v1":
            self.withdrawn.discard(data["honourId"])
        elif kind == "OrganizationDissolved.v1":
            heir = data.get("heirId") or (data["successors"][0] if len(data["successors"]) == 1 else None)
            if heir:
                self.heirs[data["organizationId"]] = heir
        elif kind == "OrganizationRestored.v1":
            self.heirs.pop(data["organizationId"], None)

    def heir(self, who):
        found = who
        for _ in range(SUCCESSIONS_MAX):
            following = self.heirs.get(found)
            if following is None or following == found:
                return found
            found = following
        return who

    def year(self, naming, year):
        """The edition of a year as the list reads it, who declared in it, and its first prizes that stand."""
        found = [(key, one) for key, one in self.editions.items() if (one["seriesId"], one["year"]) == (naming["seriesId"], year)]
        standing = [one for one in found if not one[1]["abandoned"]]
        if len(standing) > 1:
            raise ValueError(f"{year} has two editions")
        edition_id, edition = standing[0] if standing else max(found, key=lambda one: one[1]["ordinal"])
        row = {"editionId": edition_id, "year": year, "templateHash": edition["templateHash"]}
        if edition["abandoned"]:
            return {**row, "state": "abandoned", "roundId": None, "decisionId": None, "documentNumber": None}, set(), []
        round_id, round_ = next((key, one) for key, one in self.rounds.items() if one["editionId"] == edition_id and "honours" in one)
        if "asOf" in naming and round_["meetingOn"] > naming["asOf"]:
            raise ValueError(f"{year} was decided after the day of the list")
        declared = {one["unit"] for one in self.declared.values() if one["edition"] == edition_id and not one["withdrawn"]}
        firsts = [
            (honour["honourId"], honour["homeId"])
            for honour in round_["honours"]
            if honour["code"] == naming["firstPrize"] and honour["honourId"] not in self.withdrawn
        ]
        told = {"state": "commended", "roundId": round_id, "decisionId": round_["decisionId"], "documentNumber": round_["documentNumber"]}
        return {**row, **told}, declared, firsts

    def subject(self, who, years):
        """One unit: what it and all that went into it declared and won, each year once, and what it lacks."""
        heir = self.heir(who)
        declared, prizes, lineage = [], [], set()
        for year, units, firsts in years:
            if any(self.heir(unit) == who for unit in units):
                declared.append(year)
            won = sorted(honour for honour, home in firsts if self.heir(home) == who)
            if won:
                prizes.append({"year": year, "honourIds": won})
            lineage |= {one for one in [*units, *(home for _, home in firsts)] if self.heir(one) == who and one != who}
        undeclared = [year for year, _, _ in years if year not in declared]
        unprized = [year for year, _, _ in years if year not in [prize["year"] for prize in prizes]]
        readings = []
        for reading in READINGS:
            lacks = not prizes if reading == "first-prize-once" else bool(unprized)
            reasons = [{"reason": "not-declared", "years": undeclared}] if undeclared else []
            reasons += [{"reason": "no-first-prize", "years": unprized}] if lacks else []
            readings.append({"reading": reading, "in": heir == who and not reasons, "reasons": reasons})
        return {"organizationId": who, "lineage": sorted(lineage), "mergedInto": None if heir == who else heir,
                "declared": declared, "firstPrizes": prizes, "readings": readings}

    def list_of(self, naming):
        """The editions and the units that a list looks at."""
        rows, years = [], []
        for year in range(naming["firstYear"], naming["lastYear"] + 1):
            row, declared, firsts = self.year(naming, year)
            rows.append(row)
            if row["state"] == "commended":
                years.append((year, declared, firsts))
        named = {one for _, units, firsts in years for one in [*units, *(home for _, home in firsts)]}
        everybody = sorted(named | {self.heir(one) for one in named})
        return rows, [self.subject(who, years) for who in everybody]


class Namings:
    def __init__(self):
        self.log, self.found, self.gathered, self.lists, self.count = Log(), [], [], {}, 0

    def differs(self, what):
        self.found.append(what)

    def computed(self, data):
        stated, self.gathered = self.gathered, []
        day = (datetime.fromisoformat(data["computedAt"].replace("Z", "+00:00")) + BEIJING).date().isoformat()
        if day < data.get("asOf", day):
            self.differs(f"a list as of {data['asOf']} was computed on {day}")
        rows, subjects = self.log.list_of(data)
        for mine in subjects:
            theirs = next((one for one in stated if one["organizationId"] == mine["organizationId"]), None)
            if mine != theirs:
                self.differs(f"{mine['organizationId']}: computed {mine}, stated {theirs}")
        if len(stated) != len(subjects):
            self.differs(f"{len(subjects)} units are to be looked at, {len(stated)} were")
        if rows != data["editions"]:
            self.differs(f"the editions looked at are {rows}, stated {data['editions']}")
        rules = {key: value for key, value in data.items() if key not in BESIDE}
        result = digest({**rules, "editions": rows, "subjects": subjects})
        if result != data["resultHash"]:
            self.differs(f"the list has the hash {result}, stated {data['resultHash']}")
        on = [one["organizationId"] for one in subjects if any(each["in"] and each["reading"] == data["reading"] for each in one["readings"])]
        self.lists[data["roundId"]] = {"hash": result, "on": on, "subjects": subjects, "awarded": None}
        self.count += 1

    def corrected(self, data):
        naming = self.lists[data["roundId"]]
        if data["correctedBy"] == data["proposedBy"]:
            self.differs("one person alone put a list right")
        change = {key: data[key] for key in ("organizationId", "change")}
        naming["hash"] = digest({"predecessor": naming["hash"], **change})
        if naming["hash"] != data["resultHash"]:
            self.differs(f"the list that was put right has the hash {naming['hash']}, stated {data['resultHash']}")
        on = set(naming["on"]) - {data["organizationId"]}
        if data["change"] == "put-on":
            on.add(data["organizationId"])
        naming["on"] = sorted(on)

    def decided(self, data):
        naming = self.lists[data["roundId"]]
        left = {one["entryId"] for one in data["departures"] if one["rule"] == "none"}
        wanted = [who for who in naming["on"] if who not in left]
        naming["awarded"] = sorted(one["holder"]["id"] for one in data["awards"])
        if data["resultHash"] != naming["hash"]:
            self.differs("a decision is over another list")
        if naming["awarded"] != wanted:
            self.differs(f"decided {naming['awarded']}, the list and what was left out give {wanted}")

    def commended(self, data):
        named = sorted(one["holder"]["id"] for one in data["honours"])
        if named != self.lists[data["roundId"]]["awarded"]:
            self.differs(f"the circular names {named}, decided was {self.lists[data['roundId']]['awarded']}")

    def read(self, event):
        kind, data = event["type"], event["data"]
        if event["stream"].startswith("evaluation.naming-"):
            if kind == "SubjectsLookedAt.v1":
                self.gathered.extend(data["subjects"])
            heard = {"NamingComputed.v1": self.computed, "NamingCorrected.v1": self.corrected,
                     "DecisionTaken.v1": self.decided, "CircularIssued.v1": self.commended}.get(kind)
            if heard:
                heard(data)
        else:
            self.log.learn(kind, data)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    namings = Namings()
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            namings.read(json.loads(line))
    for naming in namings.lists.values():
        for one in naming["subjects"]:
            mark = "on " if one["organizationId"] in naming["on"] else "off"
            years = len(one["declared"]), [prize["year"] for prize in one["firstPrizes"]]
            print(f"{mark} {one['organizationId']} declared {years[0]}, first prizes {years[1]}")
        print(f"list {naming['hash']}")
    if namings.count == 0:
        namings.differs("no list was computed")
    for problem in namings.found:
        print(f"DIFFERS {problem}", file=sys.stderr)
    return 1 if namings.found else 0


if __name__ == "__main__":
    sys.exit(main())
