"""Counts what the mappings of examples/mappings must find in their files, with nothing but Python's own csv module.

    python3 mappings.py FOLDER > mappings.json

FOLDER holds the data sets, one folder each. Ratings of the airport are 1 to 5 (0 blank, 6 never used); those of the
airline are 1 to 5 (0 not applicable). The mean is that of the airport as a whole, plain and weighted.
"""

import csv
import gzip
import json
import sys

def letters(prefix, last):
    return [prefix + chr(code) for code in range(ord("A"), ord(last) + 1)]

LATE = (
    "Q7ART Q7FOOD Q7STORE Q7SIGN Q7WALKWAYS Q7SCREENS Q7INFODOWN Q7INFOUP Q7WIFI Q7ROADS Q7PARK Q7AIRTRAIN "
    "Q7LTPARKING Q7RENTAL Q7ALL Q9BOARDING Q9AIRTRAIN Q9RENTAL Q9FOOD Q9RESTROOM Q9ALL Q10SAFE Q13GETRATE Q14FIND "
    "Q14PASSTHRU"
).split()
WAVES = {
    2010: (letters("Q6", "N") + letters("Q8", "F") + ["Q9", "Q13A", "Q13B"], "Q6N"),
    2011: (letters("Q8", "N") + letters("Q10", "F") + ["Q11", "Q15A", "Q15B"], "Q8N"),
    2012: ("Q8 Q10 Q11SAFE Q14RATEGETTO Q15A_FIND Q15B_SECURITY", "Q8N_WHOLE"),
    2013: ("Q7 Q9 Q10SAFE Q13_RATEGETTO Q14A_FIND Q14B_SECURITY", "Q7O_WHOLE"),
    2014: (LATE, "Q7ALL"),
    2015: (LATE, "Q7ALL"),
    2016: (LATE, "Q7ALL"),
    2017: (LATE, "Q7ALL"),
}
SCORES = {"1", "2", "3", "4", "5"}


def columns_of(stems, header):
    """Columns named in full, or all of a question such as Q8A_ART to Q8N_WHOLE."""
    if isinstance(stems, list):
        return stems
    lettered = lambda stem, name: name.startswith(stem) and name[len(stem)].isalpha() and name[len(stem) + 1] == "_"
    return [
        name
        for stem in stems.split()
        for name in header
        if name == stem or (stem in ("Q7", "Q8", "Q9", "Q10") and name.startswith(stem) and lettered(stem, name))
    ]


def wave(folder, year):
    stems, whole = WAVES[year]
    with open(f"{folder}/sfo_airport_customer_survey/sfo_{year}.csv", encoding="latin-1") as file:
        rows = list(csv.DictReader(file))
    # In 2012 the code 19 of a date is "other": nothing says when.
    dated = [row for row in rows if not (year == 2012 and row["INTDATE"] == "19")]
    columns = columns_of(stems, rows[0].keys())
    given = sum(row[column] in SCORES for row in dated for column in columns)
    rated = [(int(row[whole]), float(row.get("WEIGHT", 1))) for row in dated if row[whole] in SCORES]
    nps = [row["NETPRO"] for row in dated] if year == 2017 else []
    recommends = sum(code.isdigit() and int(code) <= 10 for code in nps)
    return {
        "rowsRead": len(rows),
        "rowsKept": len(dated),
        "answersKept": given + recommends,
        "answersNotGiven": len(dated) * len(columns) - given + len(nps) - recommends,
        "mean": sum(score for score, _ in rated) / len(rated),
        "weightedMean": sum(score * weight for score, weight in rated) / sum(weight for _, weight in rated),
    }


def airline(folder):
    with gzip.open(f"{folder}/airline_passenger_satisfaction/airline_passenger_satisfaction.csv.gz", "rt") as file:
        rows = list(csv.DictReader(file))
    header = list(rows[0])
    ratings = header[header.index("Departure and Arrival Time Convenience") : header.index("Satisfaction")]
    given = sum(row[column] in SCORES for row in rows for column in ratings)
    satisfied = [int(row["Satisfaction"] == "Satisfied") for row in rows]
    return {
        "rowsRead": len(rows),
        "rowsKept": len(rows),
        "answersKept": given + len(rows),
        "answersNotGiven": len(rows) * len(ratings) - given,
        "mean": sum(satisfied) / len(satisfied),
        "weightedMean": sum(satisfied) / len(satisfied),
    }


folder = sys.argv[1]
figures = {f"sfo-{year}": wave(folder, year) for year in WAVES} | {"airline": airline(folder)}
json.dump(figures, sys.stdout, indent=2)
print()
