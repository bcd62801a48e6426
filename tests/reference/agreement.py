#!/usr/bin/env python3
"""Agreement between annotators, written a second time and as the sources have it, to check the first.

Plain Python 3, no packages. Every function takes a table of ratings: a list of units, each a list with the value that
each annotator gave it, or None where there is none. Run without arguments it checks itself against published figures
and writes agreement.json beside it: random tables of yes and no with what has to come out for them.

    python3 tests/reference/agreement.py
"""

import itertools
import json
import os
import random
from collections import Counter


def pairable(units):
    """The units with two ratings at least, without their gaps."""
    known = [[value for value in unit if value is not None] for unit in units]
    return [unit for unit in known if len(unit) >= 2]


def krippendorff_alpha(units):
    """Krippendorff 2011, section C: the matrix of coincidences, nominal data, missing values."""
    coincidences = Counter()
    for unit in pairable(units):
        for a, b in itertools.permutations(unit, 2):
            coincidences[a, b] += 1 / (len(unit) - 1)
    totals = Counter()
    for (a, _), count in coincidences.items():
        totals[a] += count
    n = sum(totals.values())
    observed = sum(count for (a, b), count in coincidences.items() if a != b)
    expected = sum(totals[a] * totals[b] for a in totals for b in totals if a != b) / (n - 1) if n > 1 else 0
    return 1 - observed / expected if expected else None


def mean_agreement(units):
    """The share of pairs of ratings that agree, averaged over units (Fleiss 1971)."""
    shares = []
    for unit in pairable(units):
        pairs = list(itertools.combinations(unit, 2))
        shares.append(sum(a == b for a, b in pairs) / len(pairs))
    return sum(shares) / len(shares) if shares else None


def gwet_ac1(units):
    """Gwet 2008, with missing ratings as in the Handbook of Inter-Rater Reliability (2014)."""
    observed = mean_agreement(units)
    if observed is None:
        return None
    rated = [unit for unit in ([v for v in unit if v is not None] for unit in units) if unit]
    values = sorted({value for unit in rated for value in unit} | ({0, 1} if {v for u in rated for v in u} <= {0, 1} else set()))
    shares = [sum(unit.count(value) / len(unit) for unit in rated) / len(rated) for value in values]
    chance = sum(share * (1 - share) for share in shares) / (len(values) - 1)
    return (observed - chance) / (1 - chance)


def cohen_kappa(units):
    """Cohen 1960, for two annotators: from the proportions of the table and its margins."""
    both = [unit for unit in units if None not in unit]
    if not both or any(len(unit) != 2 for unit in both):
        return None
    n = len(both)
    observed = sum(a == b for a, b in both) / n
    margins = [Counter(unit[who] for unit in both) for who in (0, 1)]
    if any(len(margin) == 1 for margin in margins) and margins[0] == margins[1]:
        return None
    chance = sum(margins[0][value] / n * margins[1][value] / n for value in margins[0])
    return (observed - chance) / (1 - chance)


def specific_agreement(units, value):
    """Over all ordered pairs of ratings of a unit: of those whose first is `value`, how many agree."""
    firsts = agreeing = 0
    for unit in pairable(units):
        for a, b in itertools.permutations(unit, 2):
            firsts += a == value
            agreeing += a == b == value
    return agreeing / firsts if firsts else None


def f1_score(units):
    """Precision and recall of each annotator against each other, from pooled counts."""
    hits = false = missed = 0
    for unit in units:
        for truth, guess in itertools.permutations(unit, 2):
            if truth is not None and guess is not None:
                hits += truth == guess == 1
                false += truth < guess
                missed += truth > guess
    precision = hits / (hits + false) if hits + false else None
    recall = hits / (hits + missed) if hits + missed else None
    if not precision or not recall:
        return None if precision is None and recall is None else 0.0
    return 2 * precision * recall / (precision + recall)


def splitmix64(seed):
    """Steele, Lea & Flood 2014; constants as in Vigna's public splitmix64.c."""
    mask = (1 << 64) - 1
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = seed
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & mask
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & mask
        yield z ^ (z >> 31)


def quantile(numbers, at):
    """Type 7 of Hyndman & Fan 1996."""
    numbers = sorted(numbers)
    place = at * (len(numbers) - 1)
    below = int(place)
    above = min(below + 1, len(numbers) - 1)
    return numbers[below] + (numbers[above] - numbers[below]) * (place - below)


def alpha_interval(units, resamples=1000, seed=20110125):
    """A percentile bootstrap over units, 95 %: units in order of (yes, no), drawn by number."""
    units = sorted(pairable(units), key=lambda unit: (unit.count(1), unit.count(0)))
    numbers, found = splitmix64(seed), []
    for _ in range(resamples):
        sample = [units[next(numbers) * len(units) >> 64] for _ in units]
        alpha = krippendorff_alpha(sample)
        if alpha is not None:
            found.append(alpha)
    return (quantile(found, 0.025), quantile(found, 0.975)) if found else (None, None)


def check():
    """What is published comes out."""

    def near(found, published, places):
        assert round(found, places) == published, (found, published)

    def by_annotator(*rows):
        return [[None if value == "." else value for value in unit] for unit in zip(*(row.split() for row in rows))]

    # Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A, B and C.
    binary = by_annotator("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
    near(krippendorff_alpha(binary), 0.095, 3)
    nominal = by_annotator("a a b b d c c c e d d a", "b a b b b c c c e d d d")
    near(krippendorff_alpha(nominal), 0.692, 3)
    gaps = by_annotator(
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
    near(krippendorff_alpha(gaps), 0.743, 3)
    # The same table is an example of Gwet's Handbook and of the R package irrCAC (cac.raw4raters).
    near(gwet_ac1(gaps), 0.77544, 5)
    near(mean_agreement(gaps), 0.81818, 5)

    def table(both, only_a, only_b, neither):
        return [[1, 1]] * both + [[1, 0]] * only_a + [[0, 1]] * only_b + [[0, 0]] * neither

    # Feinstein & Cicchetti and Cicchetti & Feinstein, High agreement but low kappa I and II (1990).
    near(cohen_kappa(table(40, 9, 6, 45)), 0.70, 2)
    near(cohen_kappa(table(80, 10, 5, 5)), 0.32, 2)
    near(specific_agreement(table(80, 10, 5, 5), 1), 0.91, 2)
    near(specific_agreement(table(80, 10, 5, 5), 0), 0.40, 2)
    # Gwet, Kappa statistic is not satisfactory for assessing the extent of agreement between raters (2002).
    near(gwet_ac1(table(118, 5, 2, 0)), 0.941, 3)


def random_table(rng, annotators, units, prevalence, noise, missing):
    def unit():
        truth = rng.random() < prevalence
        votes = [int(truth != (rng.random() < noise)) for _ in range(annotators)]
        return [None if rng.random() < missing else vote for vote in votes]

    return [unit() for _ in range(units)]


def case(name, units):
    low, high = alpha_interval(units)
    agreement = mean_agreement(units)
    return {
        "name": name,
        "units": units,
        "sentences": len(pairable(units)),
        "percent": None if agreement is None else 100 * agreement,
        "kappa": cohen_kappa(units) if len(units[0]) == 2 else None,
        "alpha": krippendorff_alpha(units),
        "f1": f1_score(units),
        "positive": specific_agreement(units, 1),
        "negative": specific_agreement(units, 0),
        "ac1": gwet_ac1(units),
        "alpha_low": low,
        "alpha_high": high,
    }


def main():
    check()
    rng = random.Random(1960)
    cases = [
        case("two annotators", random_table(rng, 2, 40, 0.4, 0.15, 0.0)),
        case("a rare label", random_table(rng, 2, 60, 0.05, 0.04, 0.0)),
        case("gaps", random_table(rng, 2, 50, 0.5, 0.2, 0.3)),
        case("three annotators with gaps", random_table(rng, 3, 40, 0.3, 0.2, 0.25)),
        case("five annotators with many gaps", random_table(rng, 5, 30, 0.6, 0.3, 0.5)),
        case("no variation", [[0, 0]] * 8),
        case("nobody disagrees", [[0, 0]] * 5 + [[1, 1]] * 3),
        case("one sentence", [[1, 0]]),
        case("never the same sentence", [[1, None], [None, 0], [0, None]]),
        case("one annotator", [[1], [0], [0]]),
    ]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "agreement.json")
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]\n")
    print(f"{len(cases)} tables: {path}")


if __name__ == "__main__":
    main()
