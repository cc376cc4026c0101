"""Looks at what was counted on paper, as tellers are shown it once a box is opened, and whether the result read just that.

Written apart from the platform, from the description in services/evaluation/BALLOTS.md: two persons counted what stands of each entry; a
box with more papers than were handed out is void; fewer papers than the template's least, or a turnout below its floor, are not counted,
and their answers are told to nobody; else each question has as many answers as there are valid papers. Where names are picked, those of one paper were counted together.
"""


def why_not(box, one):
    valid = one["found"] - one["invalid"]
    if one["found"] > one["handedOut"]:
        return "BOX_VOID", 0
    if min(one["handedOut"], valid) < box["least"]:
        return "VOTERS_BELOW_MINIMUM", valid
    return ("TURNOUT_BELOW_FLOOR" if valid * 10000 < box["turnoutFloor"] * one["handedOut"] else None), valid


def standing(box, entry):
    """What two persons found about an entry last; None where nobody confirmed anything. Counts stand in the order in which they were made."""
    counts = [count for count in box["counts"] if count["standing"] == "confirmed"]
    told = [(count, one) for count in counts for one in count["entries"] if one["entryId"] == entry]
    return told[-1] if told else None


def of_entry(box, entry, opened, given):
    found, name = [], f"{box['sourceId']} {entry}"
    why, valid = why_not(box, opened)
    if why != opened["why"]:
        found.append(f"{name}: {why or 'it counts'}, stated {opened['why'] or 'that it counts'}")
    marks, size = opened["marks"], len(box["levels"])
    if why is not None and marks:
        found.append(f"{name}: answers are told that do not count")
    sums = [sum(marks[at:at + size]) for at in range(0, len(marks), size)]
    if why is None and sums != [valid] * max(1, len(box["questions"])):
        found.append(f"{name}: {sums} answers on {valid} valid papers")
    last = standing(box, entry)
    if last is not None:
        count, one = last
        if count["settledBy"] is None or count["settledBy"] == count["countedBy"]:
            found.append(f"{name}: one person alone counted")
        same = ("handedOut", "found", "invalid") if why else ("handedOut", "found", "invalid", "marks")
        if any(one[field] != opened[field] for field in same):
            found.append(f"{name}: opened is something else than two persons counted")
    read = {"issued": opened["handedOut"], "cast": valid, "counts": None if why else marks}
    if given is None or {field: given[field] for field in read} != read or given.get("void", False) != (why == "BOX_VOID"):
        found.append(f"{name}: the result read {given}, opened was {read}")
    return found


def of_paper(box, names):
    """Names that stand on one paper: the same papers were counted of each, and they are picked no oftener than so many papers may pick."""
    found, opened = [], [entry["opened"] for entry in names if entry["opened"] is not None]
    if len({(one["handedOut"], one["found"], one["invalid"]) for one in opened}) > 1:
        found.append(f"{box['sourceId']}: names of one paper have other numbers of papers")
    marks = [one["marks"] for one in opened if one["why"] is None]
    valid = max((one["found"] - one["invalid"] for one in opened), default=0)
    picked = sum(one[0] for one in marks)
    if picked > min(box["pickAtMost"], len(names)) * valid:
        found.append(f"{box['sourceId']}: {picked} picks on {valid} papers of {box['pickAtMost']} each")
    return found


def differences(boxes, inputs):
    given = {(one["sourceId"], one["entryId"]): one for one in inputs.get("ballots", [])}
    found = []
    for box in boxes:
        if not box["isOpened"]:
            found.append(f"{box['sourceId']}: the box was not opened")
        for entry in box["entries"]:
            if entry["opened"] is None:
                found.append(f"{box['sourceId']} {entry['entryId']}: nothing was opened")
            else:
                found.extend(of_entry(box, entry["entryId"], entry["opened"], given.get((box["sourceId"], entry["entryId"]))))
        if box.get("pickAtMost") is not None:
            for paper in dict.fromkeys(entry["paper"] for entry in box["entries"]):
                found.extend(of_paper(box, [entry for entry in box["entries"] if entry["paper"] == paper]))
    return found
