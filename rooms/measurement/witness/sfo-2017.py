"""Figures of the San Francisco airport survey of 2017, worked out apart from the product.

Usage: python3 sfo-2017.py sfo_2017.csv > sfo-2017.json   (Python 3, SciPy for the t quantile)
"""
import csv
import json
import sys
from math import sqrt
from statistics import NormalDist

import scipy
from scipy.stats import t as student

Z = NormalDist().inv_cdf(0.975)


def answers(rows, column, low, high):
    """Scores with their weights; codes outside the scale mean blank or not applicable."""
    found = []
    for row in rows:
        text = row[column].strip()
        if text.isdigit() and low <= int(text) <= high:
            found.append((int(text), float(row["WEIGHT"])))
    return found


def kish(pairs):
    return sum(w for _, w in pairs) ** 2 / sum(w * w for _, w in pairs)


def share(pairs, inside):
    return sum(w for x, w in pairs if inside(x)) / sum(w for _, w in pairs)


def nps(pairs):
    n = kish(pairs)
    p, d = share(pairs, lambda x: x >= 9), share(pairs, lambda x: x <= 6)
    a, b = (p * n + 0.75) / (n + 3), (d * n + 0.75) / (n + 3)
    half = Z * sqrt((a + b - (a - b) ** 2) / (n + 3))
    return figure(pairs, 100 * (p - d), 100 * (a - b - half), 100 * (a - b + half))


def top_two(pairs):
    n = kish(pairs)
    p = share(pairs, lambda x: x >= 4)
    centre = (p * n + Z * Z / 2) / (n + Z * Z)
    half = Z / (n + Z * Z) * sqrt(n * p * (1 - p) + Z * Z / 4)
    return figure(pairs, p, centre - half, centre + half)


def mean(pairs):
    n = kish(pairs)
    total = sum(w for _, w in pairs)
    m = sum(w * x for x, w in pairs) / total
    variance = sum(w * (x - m) ** 2 for x, w in pairs) / total * n / (n - 1)
    half = student.ppf(0.975, n - 1) * sqrt(variance / n)
    return figure(pairs, m, m - half, m + half)


def figure(pairs, value, low, high):
    return {"n": len(pairs), "nEffective": kish(pairs), "value": value, "low": low, "high": high}


def both(pairs, of):
    return {"unweighted": of([(x, 1.0) for x, _ in pairs]), "weighted": of(pairs)}


def main(path):
    with open(path, encoding="latin-1", newline="") as file:
        rows = list(csv.DictReader(file))
    recommend = answers(rows, "NETPRO", 0, 10)
    ratings = {name: answers(rows, name, 1, 5) for name in rows[0] if name.startswith("Q7")}
    boxes = [(0, 6), (7, 8), (9, 10)]
    print(json.dumps({
        "obtained": "python3 sfo-2017.py sfo_2017.csv; Python %s, SciPy %s" % (sys.version.split()[0], scipy.__version__),
        "rows": len(rows),
        "recommend": {"counts": [sum(low <= x <= high for x, _ in recommend) for low, high in boxes], **both(recommend, nps)},
        "topTwo": {name: both(pairs, top_two) for name, pairs in ratings.items()},
        "mean": {name: both(pairs, mean) for name, pairs in ratings.items()},
    }, indent=1))


main(sys.argv[1])
