#!/usr/bin/env python3
"""Computes numbers of entries in proportion to branches or Party members again, from the log alone, with Python's standard library.

    python3 quotas.py EVENTS.jsonl      the log as the audit API exports it (test/journeys/README.md); prints every number; exit 1 when one
                                        differs, when more was declared than it allows, or when no number was counted

For each QuotaCounted: who stood below the nominator on its day, as the facts say that the platform had heard by then (knownTo); from that the
number by the proportion that the edition asks (SharesAsked). And of each nominator no more entries of its category have a place than that.
"""
import json
import sys
from collections import defaultdict

MEMBERS = ("probationary", "full")
STAGED = {"ApplicationReceived.v1": ("applicant", "appliedOn"), "ActivistNamed.v1": ("activist", "namedOn"),
          "CandidateNamed.v1": ("candidate", "namedOn"), "AdmittedOnProbation.v1": ("probationary", "meetingOn"),
          "ConfirmedAsFullMember.v1": ("full", "meetingOn")}


def number(share, count):
    """Whole numbers only: half of one more rounds up where the template says so."""
    more = {"up": share["one"] - 1, "down": 0, "half-up": share["one"] // 2}[share["round"]]
    return max(share["least"], (count + more) // share["one"])


def on_day(steps, day):
    """What was so on a day: of what counts from then or before the latest, of one day the last that was said."""
    found = [(since, at, what) for at, (since, what) in enumerate(steps) if since <= day]
    return max(found)[2] if found else None


class World:
    """Organizations and people as the facts so far have them, each step with the day from which it counts."""

    def __init__(self):
        self.kinds, self.founded, self.ended = {}, {}, {}
        self.parents, self.homes, self.stages = defaultdict(list), defaultdict(list), defaultdict(list)

    def staged(self, who, stage, since):
        kept = [one for one in self.stages[who] if one[0] < since]
        if kept and kept[-1][1] == stage:
            kept.pop()
        self.stages[who] = [*kept, (since, stage)]

    def learn(self, kind, data):
        if kind == "OrganizationFounded.v1":
            one = data["organizationId"]
            self.kinds[one], self.founded[one] = data["kind"], data["foundedOn"]
            self.parents[one].append(("", data["parentId"]))
        elif kind == "OrganizationMoved.v1":
            self.parents[data["organizationId"]].append((data["effectiveOn"], data["parentId"]))
        elif kind == "OrganizationDissolved.v1":
            self.ended[data["organizationId"]] = data["effectiveOn"]
        elif kind == "OrganizationRestored.v1":
            self.ended.pop(data["organizationId"], None)
        elif kind == "PersonRegistered.v1":
            self.homes[data["personId"]].append(("", data["organizationId"]))
        elif kind == "PersonMoved.v1":
            self.homes[data["personId"]].append((data["effectiveOn"], data["toOrganizationId"]))
        elif kind == "PersonErased.v1":
            self.stages.pop(data["personId"], None)
        elif kind in STAGED:
            stage, day = STAGED[kind]
            self.staged(data["personId"], stage, data[day])
        elif kind in ("StageRecorded.v1", "StageCorrected.v1", "ExitCorrected.v1"):
            self.staged(data["personId"], data["stage"], data["since"])
        elif kind == "PersonExited.v1":
            self.staged(data["personId"], data["kind"], data["effectiveOn"])

    def is_below(self, one, above, day):
        while one is not None:
            one = on_day(self.parents[one], day)
            if one == above:
                return True
        return False

    def branches(self, above, day):
        return sum(
            kind == "branch" and self.founded[one] <= day and self.ended.get(one, "9999") > day and self.is_below(one, above, day)
            for one, kind in self.kinds.items()
        )

    def members(self, above, day):
        homes = ((who, on_day(places, day)) for who, places in self.homes.items())
        return sum(
            home is not None and (home == above or self.is_below(home, above, day)) and on_day(self.stages[who], day) in MEMBERS
            for who, home in homes
        )


class Quotas:
    def __init__(self):
        self.world, self.shares, self.counted, self.heard = World(), {}, {}, []
        self.places, self.found = defaultdict(dict), []

    def share(self, edition, track):
        asked = self.shares.get(edition, [])
        return next((one for one in asked if one["trackId"] == track), None)

    def count(self, data, known_to):
        world = World()
        for position, kind, facts in self.heard:
            if position <= known_to:
                world.learn(kind, facts)
        return {"branches": world.branches, "members": world.members}[data["of"]](data["nominatorId"], data["asOf"])

    def quota(self, data):
        share = self.share(data["editionId"], data["trackId"])
        mine = None if share is None else self.count(data, data["knownTo"])
        stated = (data["of"], data["one"], data["count"], data["quota"])
        wanted = None if share is None else (share["counted"], share["one"], mine, number(share, mine))
        if stated != wanted:
            self.found.append(f"{data['nominatorId']}: computed {wanted}, stated {stated}")
        self.counted[data["editionId"], data["nominatorId"], data["trackId"]] = data["count"]

    def read(self, event):
        kind, data, position = event["type"], event["data"], event["position"]
        if event["stream"].startswith(("organizations.", "membership.")):
            self.heard.append((position, kind, data))
        elif kind == "SharesAsked.v1":
            self.shares[data["editionId"]] = data["shares"]
        elif kind == "QuotaCounted.v1":
            self.quota(data)
        elif kind == "EntryDeclared.v1":
            self.places[data["editionId"], data["nominatorId"]][data["entryId"]] = data["track"]
        elif kind == "EntryWithdrawn.v1" and data["quotaPlace"] == "returned":
            self.places[data["editionId"], data["nominatorId"]].pop(data["entryId"])

    def taken(self):
        """Of a category with a proportion of its own its entries; of the edition's proportion all others."""
        for (edition, nominator, track), count in self.counted.items():
            own = {one["trackId"] for one in self.shares[edition]}
            tracks = list(self.places[edition, nominator].values())
            taken = sum(one == track if track is not None else one not in own for one in tracks)
            allowed = number(self.share(edition, track), count)
            print(f"{nominator} {track or 'all'}: {taken} of {allowed}, counted {count}")
            if taken > allowed:
                self.found.append(f"{nominator}: {taken} entries of {track or 'all categories'}, allowed are {allowed}")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    quotas = Quotas()
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            quotas.read(json.loads(line))
    quotas.taken()
    if not quotas.counted:
        quotas.found.append("no number was counted")
    for problem in quotas.found:
        print(f"DIFFERS {problem}", file=sys.stderr)
    return 1 if quotas.found else 0


if __name__ == "__main__":
    sys.exit(main())
