#!/usr/bin/env python3
"""Verifies a secret ballot from its own facts, with nothing but Python's standard library.

    python3 ballots.py DIRECTORY    reads ballot.json (the stored facts of the ballot's stream, in order) and score-sheets.json
                                    (the inputs of the round's result); exit 1 when anything is not as it should be

Checked: that no box holds more ballots than tokens were issued, that each token is signed by its box's own key (RFC 9474: an ordinary
RSASSA-PSS with SHA-384 and a salt of 48 bytes) and used once, that tokens stand in an order that says nothing, that the counts are those
of the choices, that nothing was counted which may not be, and that the result read just these counts. Where papers hold several answers:
that these stand apart from the tokens, as many for each question as there are papers, sorted by their serials, and that all papers
together hold no more of the highest level than the template allows on one.
"""
import base64
import hashlib
import json
import sys
from pathlib import Path

HASH, SALT = "sha384", 48


def raw(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def der(data, at=0):
    """One DER element: its tag, its contents, and where the next begins."""
    tag, length, at = data[at], data[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        length, at = int.from_bytes(data[at:at + size], "big"), at + size
    return tag, data[at:at + length], at + length


def public_key(spki):
    """Modulus and exponent of a SubjectPublicKeyInfo."""
    _, outer, _ = der(raw(spki))
    _, _, after = der(outer)
    _, bits, _ = der(outer, after)
    _, pair, _ = der(bits[1:])
    _, modulus, after = der(pair)
    _, exponent, _ = der(pair, after)
    return int.from_bytes(modulus, "big"), int.from_bytes(exponent, "big")


def mask(seed, length):
    out, counter = b"", 0
    while len(out) < length:
        out += hashlib.new(HASH, seed + counter.to_bytes(4, "big")).digest()
        counter += 1
    return out[:length]


def is_signed(message, signature, key):
    """RSASSA-PSS-VERIFY of RFC 8017."""
    modulus, exponent = key
    value = int.from_bytes(signature, "big")
    if len(signature) != (modulus.bit_length() + 7) // 8 or value >= modulus:
        return False
    bits = modulus.bit_length() - 1
    length = (bits + 7) // 8
    encoded = pow(value, exponent, modulus).to_bytes((modulus.bit_length() + 7) // 8, "big")[-length:]
    digest = hashlib.new(HASH, message).digest()
    size = len(digest)
    masked, tail = encoded[:length - size - 1], encoded[length - size - 1:-1]
    if encoded[-1] != 0xBC or masked[0] >> (8 - (8 * length - bits)) != 0:
        return False
    data = bytearray(a ^ b for a, b in zip(masked, mask(tail, len(masked))))
    data[0] &= 0xFF >> (8 * length - bits)
    zeros = length - size - SALT - 2
    if any(data[:zeros]) or data[zeros] != 1:
        return False
    return hashlib.new(HASH, bytes(8) + digest + bytes(data[-SALT:])).digest() == tail


def why_not(setting, issued, cast):
    if min(issued, cast) < setting["least"]:
        return "VOTERS_BELOW_MINIMUM"
    return "TURNOUT_BELOW_FLOOR" if cast * 10000 < setting["turnout"] * issued else None


def places(setting, box):
    """What the answers of a box's papers are about; where a ballot is one level: its one entry."""
    questions = setting.get("questions", [None])
    return [(entry, question) for entry in box.get("entryIds", [box["entryId"]]) for question in questions]


def told_of(box):
    return box["entryId"], box.get("question")


def answers(setting, box, cast, parts, why, found):
    """Of each answer what was chosen: on a paper by its own list, else by the one level of each ballot."""
    about = places(setting, box)
    on_pages = any("entryIds" in one for one in setting["boxes"])
    if not on_pages and not {"questions", "fullAtMost", "pickAtMost"} & set(setting):
        return {about[0]: [one["level"] for one in cast]}
    mine = [part for part in parts if part["boxId"] == box["boxId"]]
    if any(one["level"] is not None for one in cast):
        found.append(f"{box['boxId']}: a token stands with a choice of its paper")
    lists = {place: [mark for part in mine if told_of(part) == place for mark in part["marks"]] for place in about}
    if {told_of(part) for part in mine} - set(about):
        found.append(f"{box['boxId']}: answers to what was not asked")
    for place, marks in lists.items():
        if [one["serial"] for one in marks] != sorted(one["serial"] for one in marks):
            found.append(f"{box['boxId']}: the answers to {place} are not sorted")
        if len(marks) != (0 if why else len(cast)):
            found.append(f"{box['boxId']}: {len(marks)} answers to {place}, {len(cast)} papers")
    if {"fullAtMost", "pickAtMost"} & set(setting) and not why:
        most = min(setting["pickAtMost"], len(about)) if "pickAtMost" in setting else len(about) * setting["fullAtMost"] // 10000
        full = sum(one["level"] == setting["levels"][0] for marks in lists.values() for one in marks)
        if full > most * len(cast):
            found.append(f"{box['boxId']}: {full} answers of the highest level on {len(cast)} papers that may hold {most} each")
    return {place: [one["level"] for one in marks] for place, marks in lists.items()}


def faults(events, given):
    def data(kind):
        return [event["data"] for event in events if event["type"] == f"{kind}.v1"]

    found = []
    (setting,), (closed,) = data("BallotSet"), data("BallotClosed")
    order = [event["type"] for event in events]
    if "TokensIssued.v1" in order[order.index("BoxesOpened.v1"):] if "BoxesOpened.v1" in order else False:
        found.append("a token was issued behind the opening of the boxes")
    tokens = data("TokensIssued")
    if len({one["personId"] for one in tokens}) != len(tokens):
        found.append("somebody was issued tokens twice")
    codes = data("VoteCodeUsed")
    if codes and (tokens or not setting.get("byCode")):
        found.append("somebody voted by a code where nobody may, or by what he is where all vote by codes")
    made = {code: (one["boxId"], one["batchId"]) for one in data("VoteCodesMade") for code in one["codes"]}
    if len({one["code"] for one in codes}) != len(codes):
        found.append("a code was used twice")
    if any(made.get(one["code"], ("", ""))[0] != one["boxId"] for one in codes):
        found.append("a code was used that was not made for its box")
    for place, event in enumerate(events):
        if event["type"] == "VoteCodesVoided.v1":
            batch = event["data"]["batchId"]
            used = {one["data"]["code"] for one in events[:place] if one["type"] == "VoteCodeUsed.v1"}
            unused = sum(of == batch and code not in used for code, (_, of) in made.items())
            late = any(made.get(one["data"]["code"], ("", ""))[1] == batch for one in events[place:] if one["type"] == "VoteCodeUsed.v1")
            if late or unused != event["data"]["unused"]:
                found.append(f"{batch}: a void code was used, or {unused} were unused and {event['data']['unused']} are told")
    opened = [ballot for part in data("BallotsOpened") for ballot in part["ballots"]]
    if [(one["boxId"], one["token"]) for one in opened] != sorted((one["boxId"], one["token"]) for one in opened):
        found.append("the opened ballots are not sorted")
    read = {(one["sourceId"], one["entryId"]): one for one in given}
    about = {box["boxId"]: box.get("entryIds", [box["entryId"]]) for box in setting["boxes"]}
    voted = [[entry for box in one["boxIds"] for entry in about[box]] for one in tokens]
    if any(len(set(entries)) < len(entries) for entries in voted):
        found.append("somebody was issued two tokens about one entry")
    expected = set()
    for box in setting["boxes"]:
        key = public_key(box["publicKey"])
        mine = [one for one in opened if one["boxId"] == box["boxId"]]
        issued = sum(box["boxId"] in one["boxIds"] for one in tokens) + sum(one["boxId"] == box["boxId"] for one in codes)
        used = {raw(one["token"]) for one in mine}
        if len(used) != len(mine):
            found.append(f"{box['boxId']}: a token is used twice")
        if len(mine) > issued:
            found.append(f"{box['boxId']}: {len(mine)} ballots, {issued} tokens")
        bad = sum(not is_signed(raw(one["token"]), raw(one["signature"]), key) for one in mine)
        if bad:
            found.append(f"{box['boxId']}: {bad} tokens are not signed by its key")
        why = why_not(setting, issued, len(mine))
        chosen = answers(setting, box, mine, data("PapersOpened"), why, found)
        if why and any(level is not None for levels in chosen.values() for level in levels):
            found.append(f"{box['boxId']}: choices of ballots that do not count were shown")
        counted_here = {place: None if why else [levels.count(level) for level in setting["levels"]] for place, levels in chosen.items()}
        told = [one for one in closed["boxes"] if one["boxId"] == box["boxId"]]
        mine_told = [{
            "boxId": box["boxId"], "entryId": entry, **({} if question is None else {"question": question}),
            "issued": issued, "cast": len(mine), "counts": counted_here[entry, question], "why": why,
        } for entry, question in counted_here]
        if told != mine_told:
            found.append(f"{box['boxId']}: computed {mine_told}, stated {told}")
        # Of groups that were joined each has the count of all of them.
        sources = [group["sourceId"] for group in box["groups"]] if "groups" in box else [setting["sourceId"]]
        for entry in dict.fromkeys(entry for entry, _ in counted_here):
            of_entry = [counts for (one, _), counts in counted_here.items() if one == entry]
            counts = None if why else [count for counts in of_entry for count in counts]
            for source in sources:
                if (source, entry) in expected:
                    found.append(f"{box['boxId']}: a group has two boxes about one entry")
                expected.add((source, entry))
            results = [read[source, entry] for source in sources if (source, entry) in read]
            if any([one["issued"], one["cast"], one["counts"]] != [issued, len(mine), counts] for one in results):
                found.append(f"{box['boxId']}: the result read {results}")
    counted = {source for source, _ in expected}
    if not {key for key in read if key[0] in counted} <= expected:
        found.append("the result read a box that there is not")
    return found


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    events = json.loads((folder / "ballot.json").read_text("utf-8"))
    given = json.loads((folder / "score-sheets.json").read_text("utf-8")).get("ballots", [])
    found = faults(events, given)
    for fault in found:
        print(fault, file=sys.stderr)
    if not found:
        print(f"{sum(event['type'] == 'TokensIssued.v1' for event in events)} voters, every token good and used once")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
