"""Deals entries out among evaluators again, written apart from the platform, from the description in services/evaluation/DEALS.md.

Entries come in the order of SHA-256 over the seed and the entry, and the seats of an entry in that over the seed, the entry and the
seat. One evaluator of every entry after another is given to the least loaded seat that can be reached: a seat is reached by an entry
that it may judge and does not have, and from a seat the entries that this deal gave it, which could go to another instead.
"""
import hashlib
from collections import deque


def drawn(seed, name):
    return hashlib.sha256(f"{seed} {name}".encode("utf-8")).hexdigest()


class Deal:
    def __init__(self, facts, seed):
        self.each = facts["each"]
        self.most = {seat["seatId"]: seat["atMost"] for seat in facts["seats"]}
        self.kept = {one["seatId"]: set(one["entryIds"]) for one in facts["kept"]}
        self.given = {seat: {} for seat in self.most}
        barred = {}
        for one in facts["barred"]:
            barred.setdefault(one["seatId"], set()).update(one["entryIds"])
        self.order = sorted(facts["entryIds"], key=lambda entry: drawn(seed, entry))
        self.able = {
            entry: sorted(
                (seat for seat in self.most if entry not in self.kept.get(seat, ()) and entry not in barred.get(seat, ())),
                key=lambda seat: drawn(seed, f"{entry} {seat}"))
            for entry in self.order
        }

    def load(self, seat):
        return len(self.given[seat]) + len(self.kept.get(seat, ()))

    def has_room(self, seat):
        return self.most[seat] is None or self.load(seat) < self.most[seat]

    def place(self, wanted):
        came, handed, waiting, best = {}, {wanted: None}, deque([wanted]), None
        while waiting:
            entry = waiting.popleft()
            for seat in self.able[entry]:
                if seat in came or entry in self.given[seat]:
                    continue
                came[seat] = entry
                if self.has_room(seat) and (best is None or self.load(seat) < self.load(best)):
                    best = seat
                for other in self.given[seat]:
                    if other not in handed:
                        handed[other] = seat
                        waiting.append(other)
        if best is None:
            return False
        seat = best
        while seat is not None:
            entry = came[seat]
            before = handed[entry]
            if before is not None:
                del self.given[before][entry]
            self.given[seat][entry] = True
            seat = before
        return True

    def shares(self):
        """By seat, sorted; None where it can not be dealt."""
        stood = {entry: sum(entry in entries for entries in self.kept.values()) for entry in self.order}
        for turn in range(1, self.each + 1):
            for entry in self.order:
                if stood[entry] + turn <= self.each and not self.place(entry):
                    return None
        seats = set(self.kept) | set(self.given)
        return {seat: sorted(set(self.given.get(seat, ())) | self.kept.get(seat, set())) for seat in seats}


def differences(deals, inputs, digest):
    """Every deal once more; and who was asked for what must be who was given it last."""
    found = []
    for number, facts in enumerate(deals, 1):
        deal = facts["deal"]
        if hashlib.sha256(deal["secret"].encode("utf-8")).hexdigest() != deal["commitment"]:
            found.append(f"deal {number} was made from something else than what was committed to")
        seats = sorted(seat["seatId"] for seat in facts["seats"])
        seed = digest({"secret": deal["secret"], "lot": deal["lot"], "entries": sorted(facts["entryIds"]), "seats": seats})
        if seed != deal["seed"]:
            found.append(f"the seed of deal {number}: {seed}, stated {deal['seed']}")
        mine = {seat: entries for seat, entries in (Deal(facts, seed).shares() or {}).items() if entries}
        stated = {share["seatId"]: sorted(share["entryIds"]) for share in facts["shares"] if share["entryIds"]}
        if mine != stated:
            found.append(f"deal {number}: {mine}, stated {stated}")
    if deals:
        last = {share["seatId"]: set(share["entryIds"]) for share in deals[-1]["shares"]}
        for seat in inputs["seats"]:
            if seat["seatId"] in last and not set(seat.get("entryIds", ["nothing was dealt"])) <= last[seat["seatId"]]:
                found.append(f"{seat['seatId']} was asked for what it was not given")
    return found
