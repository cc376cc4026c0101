"""Who is given what by a result, recomputed from the description in libs/scoring/README.md ("Outcome") with Python's standard library.

awards.json holds the rules, the entries that are judged with their category, home and leaders, how many stand on the roll of the
edition, what was looked up of entries because the rules ask it, what the body chose, and who was given what by which rule. A rule that this twin does not know is passed over, and said.
"""
import json
from math import floor, inf

KNOWN = {"first", "first-share", "next", "next-share", "at-least", "each", "choice"}
ANSWERED = {"count.awards", "count.entries", "best.rank", "mean.rank", "entry.category"}


def words(value):
    return [value] if isinstance(value, str) else list(value or [])


def key_of(query):
    return json.dumps(query, sort_keys=True, separators=(",", ":"))


class Outcome:
    def __init__(self, awards, result):
        self.rules = awards["rules"]
        self.roll = awards["roll"]
        self.choices = {one["rule"]: set(one["subjects"]) for one in awards["choices"]}
        self.stated = {one["rule"]: set(one["holders"]) for one in awards["given"]}
        self.entries = {one["entryId"]: one for one in awards["entries"]}
        self.ranks = {one["entryId"]: one["rank"] for one in result["entries"] if one["entryId"] in self.entries}
        self.scores = {one["entryId"]: one["score"] * 100 for one in result["entries"]}
        # Where nobody is scored the result is a list, and everybody on it may be chosen.
        self.is_list = bool(result["unranked"]) and all(one["reason"] == "NOT_SCORED" for one in result["unranked"])
        self.listed = [one["entryId"] for one in result["unranked"]] if self.is_list else []
        self.unit = 10 ** result["decimals"]
        self.answers = {(one["entryId"], key_of(one["query"])): one["value"] for one in awards.get("lookedUp", [])}
        self.looked_up = {question for _, question in self.answers}
        self.fallen = {}
        self.by_entry, self.by_holder, self.pending = {}, {}, {}
        self.beyond = []
        self.parts = awards.get("parts", [])

    def rule(self, name):
        return next(one for one in self.rules if one["id"] == name)

    def class_of(self, entry, within):
        return None if within == "all" else self.entries[entry]["category" if within == "category" else "home"]

    def holders(self, entry, to):
        found = self.entries[entry]
        return {"entry": [entry], "home": [found["home"]]}.get(to, found.get("leaders", []))

    def fact(self, query, rule, entries, holder):
        kinds = words(query["kind"]) if "kind" in query else None
        if query["fact"] not in ANSWERED:
            return self.answers.get((entries[0], key_of(query)))
        if query["fact"] == "entry.category":
            return self.entries[entries[0]]["category"]
        if query["fact"] == "count.entries":
            return len(entries)
        if query["fact"] == "count.awards":
            count = 0
            for name in kinds if kinds is not None else list(self.by_entry):
                if self.rule(name)["order"]:
                    count += 1 if self.rule(name)["to"] == rule["to"] and holder in self.by_holder.get(name, ()) else 0
                else:
                    count += sum(1 for entry in entries if entry in self.by_entry.get(name, ()))
            return count
        ranked = [self.ranks[one] for one in entries if one in self.ranks
                  and (kinds is None or any(one in self.by_entry.get(name, ()) for name in kinds))]
        if not ranked:
            return None
        return min(ranked) if query["fact"] == "best.rank" else sum(ranked) / len(ranked)

    def holds(self, test, rule, entries, holder):
        answer = self.fact(test["query"], rule, entries, holder)
        if "atLeast" in test:
            return answer is not None and answer >= test["atLeast"]
        if "atMost" in test:
            return answer is not None and answer <= test["atMost"]
        if "oneOf" in test:
            return answer in test["oneOf"]
        return answer == test.get("is")

    def has(self, candidate, name):
        """Whether a candidate has what an earlier rule gave, itself or through one of its entries."""
        holder, entries, to = candidate
        given = self.rule(name)
        if given["to"] == to and (given["order"] or to != "entry"):
            return holder in self.by_holder.get(name, ())
        if given["order"]:
            return any(one in self.by_holder.get(name, ()) for entry in entries for one in self.holders(entry, given["to"]))
        return any(entry in self.by_entry.get(name, ()) for entry in entries)

    def whole(self, rule, within):
        if rule["of"] == "roll":
            homes = rule["to"] == "home"
            counted = {one["track"] for one in self.roll}
            # A category that the office was to count, and did not, is as large as what was let in of it.
            uncounted = 0 if homes else sum(1 for one in self.entries.values() if one["category"] not in counted
                                            and (within is None or one["category"] == within))
            return uncounted + sum(one["count"] for one in self.roll
                       if (one["track"] is None) == homes and (within is None or homes or one["track"] == within))
        pool = [entry for entry in (self.ranks if rule["of"] == "ranked" else self.entries)
                if self.class_of(entry, rule["within"]) == within]
        return len({holder for entry in pool for holder in self.holders(entry, rule["to"])}) if rule["order"] else len(pool)

    def planned(self, rule, within):
        pick, whole = rule["pick"], None
        if "share" in pick or "share" in rule.get("cap", {}):
            whole = self.whole(rule, within)
        numbers = [rule.get("cap", {}).get("count", inf)]
        if "share" in rule.get("cap", {}):
            numbers.append(floor(whole * rule["cap"]["share"] / 10000))
        if "count" in pick:
            numbers.append(pick["count"])
        if "share" in pick:
            numbers.append(max(pick.get("least", 0), whole * pick["share"] // 10000))
        return min(numbers)

    def above(self, rule):
        after = rule["pick"].get("after")
        return [] if after is None else [after, *self.above(self.rule(after))]

    def reach(self, rule, within):
        after = rule["pick"].get("after")
        return self.planned(rule, within) + (0 if after is None else self.reach(self.rule(after), within))

    def candidates(self, rule):
        """(holder, entries, kind) by class; entries where the rule has no order."""
        found = {}
        for entry in sorted(self.entries if rule["order"] else self.listed if self.is_list else self.ranks):
            within = self.class_of(entry, rule["within"])
            if rule["order"]:
                for holder in self.holders(entry, rule["to"]):
                    found.setdefault(within, {}).setdefault(holder, []).append(entry)
            else:
                found.setdefault(within, {})[entry] = [entry]
        kind = rule["to"] if rule["order"] else "entry"
        return {within: [(holder, entries, kind) for holder, entries in all_.items()] for within, all_ in found.items()}

    def key(self, rule, candidate):
        holder, entries, _ = candidate
        if not rule["order"]:
            return (self.ranks.get(holder, 0),)
        key = []
        for one in rule["order"]:
            answer = self.fact(one["query"], rule, entries, holder)
            key.append(inf if answer is None else -answer if one["better"] == "higher" else answer)
        return tuple(key)

    def window(self, rule, within, candidates):
        pick = rule["pick"]
        above = self.above(rule)
        looked = [one for one in candidates
                  if (not rule["among"] or any(self.has(one, name) for name in rule["among"]))
                  and (pick["by"] != "at-least"
                       or pick["score"] * self.unit <= self.scores[one[0]] < pick.get("below", inf) * self.unit
                       or one[0] in self.fallen.get(rule["id"], ()))]

        def stands_above(one):
            return any(self.has(one, name) or one[0] in self.pending.get(name, ()) for name in above)

        def may_have(one):
            tests = all(self.holds(test, rule, one[1], one[0]) for test in rule["needs"])
            barred = any(self.holds(test, rule, one[1], one[0]) for test in rule["never"])
            return tests and not barred and not stands_above(one) and not any(self.has(one, name) for name in rule["notAlso"])

        takes_place = [one for one in looked if not rule["giveWay"] or may_have(one) or stands_above(one)]
        keys = sorted(self.key(rule, one) for one in takes_place)
        groups = {}
        for one in takes_place:
            if may_have(one):
                groups.setdefault(self.key(rule, one), []).append(one)
        planned, taken, open_, index = self.planned(rule, within), [], [], 0
        for key in sorted(groups):
            place, group = keys.index(key), groups[key]
            if pick["by"].startswith("first"):
                room = planned - place
            elif pick["by"].startswith("next"):
                room = min(planned - index, self.reach(rule, within) - place)
            else:
                room = planned - index
            beyond = len(group) - room
            index += len(group)
            if pick["by"] == "choice":
                # The body chooses among all of them, whatever their rank.
                open_.extend(group)
                continue
            if room <= 0:
                continue
            if beyond > 0 and (rule["edge"] == "body" or (rule["edge"] == "in" and beyond > rule.get("edgeMax", inf))):
                open_.extend(group)
            elif beyond <= 0 or rule["edge"] == "in":
                taken.extend(group)
        stands = {one[0] for one in taken + open_}
        if "fall" in rule and rule["id"] not in self.choices:
            # Who may have it and is cut by the cap falls to the rule that is named, whatever that one asks of a score.
            cut = [one[0] for group in groups.values() for one in group if one[0] not in stands]
            self.fallen.setdefault(rule["fall"], set()).update(cut)
        chosen = [one for one in open_ if one[0] in self.choices.get(rule["id"], set())]
        if pick["by"] == "choice" and len(chosen) > planned:
            self.beyond.append(f"{rule['id']}: {len(chosen)} chosen, at most {planned}")
        return taken + chosen, [one[0] for one in open_]

    def read(self):
        """Rule by rule: what differs from what is stated, and what could not be looked at."""
        differs, passed = [], []
        for rule in self.rules:
            name = rule["id"]
            asked = [test.get("query", {}) for test in [*rule["needs"], *rule["never"], *rule["order"]]]
            # Nobody was within reach of a rule of which nothing was looked up.
            unknown = any(one.get("fact") not in ANSWERED and (rule["order"] or key_of(one) not in self.looked_up) for one in asked)
            if rule["pick"]["by"] not in KNOWN or unknown:
                passed.append(name)
                self.by_holder[name] = self.stated.get(name, set())
                self.by_entry[name] = self.by_holder[name] if rule["to"] == "entry" else set()
                continue
            entries, holders = set(), set()
            self.pending[name] = set()
            for within, candidates in self.candidates(rule).items():
                taken, open_ = self.window(rule, within, candidates)
                self.pending[name].update(open_)
                for holder, own, _ in taken:
                    entries.update([] if rule["order"] else own)
                    holders.update([holder] if rule["order"] else self.holders(holder, rule["to"]))
            self.by_entry[name], self.by_holder[name] = entries, holders
            if holders != self.stated.get(name, set()):
                differs.append(f"{name}: computed {sorted(holders)}, stated {sorted(self.stated.get(name, set()))}")
        return differs + self.beyond + self.by_parts(passed), passed

    def by_parts(self, passed):
        """Where committees of units decide: each entry in one part, and each unit gave its own what the whole gives them."""
        if not self.parts:
            return []
        found = []
        listed = [entry for part in self.parts for entry in part["entries"]]
        if sorted(listed) != sorted(self.entries):
            found.append("the parts of the units are not the entries, each once")
        for part in self.parts:
            own = set(part["entries"])
            for one in part["given"]:
                name, stated = one["rule"], set(one["holders"])
                if not stated <= own:
                    found.append(f"{part['unit']} gave {name} to another unit's: {sorted(stated - own)}")
                if name not in passed and stated != self.by_entry[name] & own:
                    found.append(f"{part['unit']} {name}: computed {sorted(self.by_entry[name] & own)}, stated {sorted(stated)}")
        return found


def differences(awards, result):
    return Outcome(awards, result).read()
