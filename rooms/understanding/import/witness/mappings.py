"""Counts what the mappings of examples/mappings must find in their files, with nothing but Python's own csv module.

    python3 mappings.py FOLDER > mappings.json

FOLDER holds the data sets, one folder each. Ratings of the airport are 1 to 5 (0 blank, 6 never used); those of the
airline are 1 to 5 (0 not applicable). The mean is that of the airport as a whole, plain and weighted. Figures of the
others: number and sum of the values of each kind of fact, weighted means, shares.
"""

import csv
import gzip
import json
import sys
from datetime import date

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
    promoters = sum(code in ("9", "10") for code in nps)
    detractors = sum(code in ("0", "1", "2", "3", "4", "5", "6") for code in nps)
    return {
        "rowsRead": len(rows),
        "rowsKept": len(dated),
        "answersKept": given + recommends,
        "answersNotGiven": len(dated) * len(columns) - given + len(nps) - recommends,
        "mean": sum(score for score, _ in rated) / len(rated),
        "weightedMean": sum(score * weight for score, weight in rated) / sum(weight for _, weight in rated),
        **({"figures": {"nps": 100 * (promoters - detractors) / recommends}} if nps else {}),
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


def rows_of(path, encoding="utf-8-sig", delimiter=","):
    with open(path, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def values(pairs):
    """Number, sum and weighted mean of values with their weights."""
    pairs = list(pairs)
    weight = sum(w for _, w in pairs)
    return {
        "n": len(pairs),
        "sum": sum(v for v, _ in pairs),
        "weightedMean": sum(v * w for v, w in pairs) / weight,
    }


def plain(numbers):
    return values((number, 1) for number in numbers)


def amount(text):
    """A number, thousands of which may be set apart by commas."""
    return float(text.replace(",", ""))


def olist(folder):
    table = lambda name: rows_of(f"{folder}/olist_sample/olist_{name}_dataset.csv", "utf-8")
    orders, reviews, payments = table("orders"), table("order_reviews"), table("order_payments")
    person = {row["customer_id"]: row["customer_unique_id"] for row in table("customers")}
    day = lambda moment: date.fromisoformat(moment[:10])
    late = {
        row["order_id"]: (day(row["order_delivered_customer_date"]) - day(row["order_estimated_delivery_date"])).days
        for row in orders
        if row["order_status"] == "delivered" and row["order_delivered_customer_date"]
    }
    scores = lambda wanted: [int(row["review_score"]) for row in reviews if wanted(late.get(row["order_id"]))]
    of_late, in_time = scores(lambda days: days is not None and days > 0), scores(lambda days: days is not None and days <= 0)
    texts = sum(row[column].strip() != "" for row in reviews for column in ("review_comment_title", "review_comment_message"))
    return {
        "rowsRead": len(orders) + len(reviews) + len(payments),
        "rowsKept": len(orders) + len(reviews) + len(payments),
        "rowsLeftOut": 0,
        "answersKept": len(reviews) + texts,
        "interactionsKept": len(orders) + len(late),
        "outcomesKept": len(payments),
        "figures": {
            "people": len({person[row["customer_id"]] for row in orders}),
            "interactions.delivered": plain(late.values()),
            "interactions.delivered.late": sum(days > 0 for days in late.values()) / len(late),
            "answers.csat.order": plain(int(row["review_score"]) for row in reviews),
            "answers.comment.order": {"n": texts},
            "reviews.late": plain(of_late),
            "reviews.inTime": plain(in_time),
            "outcomes.revenue": plain(float(row["payment_value"]) for row in payments),
        },
    }


def nyc(folder):
    at = f"{folder}/nyc_schools_ex_cx"
    with open(f"{at}/survey_all.txt", encoding="windows-1252", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t"))
    header = [name.replace("\u00ef\u00bb\u00bf", "") for name in lines[0]]
    survey = [dict(zip(header, line)) for line in lines[1:] if len(line) == len(header)]
    broken = len(lines) - 1 - len(survey)
    math, sat = rows_of(f"{at}/math_test_results.csv"), rows_of(f"{at}/sat_results.csv")
    graduation = rows_of(f"{at}/graduation.csv")
    figures = {}
    kept = 0

    def add(kind, rows, value, weight):
        nonlocal kept
        pairs = [
            (value(row), amount(row[weight]))
            for row in rows
            if row[weight] not in ("", "s", "0") and value(row) is not None
        ]
        kept += len(pairs)
        figures[f"outcomes.{kind}"] = values(pairs)

    number = lambda column: lambda row: amount(row[column]) if row[column] not in ("", "s") else None
    of_cohort = lambda column: lambda row: (
        amount(row[column]) / amount(row["Total Cohort"])
        if row[column] not in ("", "s") and row["Total Cohort"] not in ("", "s", "0")
        else None
    )
    for who, letter in (("teachers", "t"), ("parents", "p"), ("students", "s")):
        for theme, stem in (("safety", "saf"), ("communication", "com"), ("engagement", "eng"), ("expectations", "aca")):
            add(f"{who}-{theme}", survey, number(f"{stem}_{letter}_11"), f"N_{letter}")
    graded = [row for row in math if row["Grade"] != "All Grades"]
    add("math-score", graded, number("Mean Scale Score"), "Number Tested")
    for kind, column in (("reading", "Critical Reading"), ("math", "Math"), ("writing", "Writing")):
        add(f"sat-{kind}", sat, number(f"SAT {column} Avg. Score"), "Num of SAT Test Takers")
    cohorts = [row for row in graduation if row["Demographic"] == "Total Cohort"]
    add("graduation", cohorts, of_cohort("Total Grads - n"), "Total Cohort")
    add("dropped-out", cohorts, of_cohort("Dropped Out - n"), "Total Cohort")
    # The survey is read once for teachers and once for families.
    return {
        "rowsRead": 2 * (len(survey) + broken) + len(math) + len(sat) + len(graduation),
        "rowsKept": 2 * len(survey) + len(graded) + len(sat) + len(cohorts),
        "rowsLeftOut": len(math) - len(graded) + len(graduation) - len(cohorts),
        "answersKept": 0,
        "interactionsKept": 0,
        "outcomesKept": kept,
        "figures": figures,
    }


def cdnow(folder):
    with open(f"{folder}/btyd_purchases/CDNOW_master.txt") as file:
        rows = [line.split() for line in file if line.strip()][1:]
    return {
        "rowsRead": len(rows),
        "rowsKept": len(rows),
        "rowsLeftOut": 0,
        "answersKept": 0,
        "interactionsKept": len(rows),
        "outcomesKept": len(rows),
        "figures": {
            "people": len({row[0] for row in rows}),
            "interactions.bought": plain(int(row[2]) for row in rows),
            "outcomes.revenue": plain(float(row[3]) for row in rows),
        },
    }


def bank(folder):
    rows = rows_of(f"{folder}/contact_pressure/bank_marketing_full_45211.csv")
    return {
        "rowsRead": len(rows),
        "rowsKept": len(rows),
        "rowsLeftOut": 0,
        "answersKept": 0,
        "interactionsKept": len(rows),
        "outcomesKept": 3 * len(rows),
        "figures": {
            "interactions.called": plain(int(row["duration"]) for row in rows),
            "outcomes.contacts": plain(int(row["campaign"]) for row in rows),
            "outcomes.contacts-before": plain(int(row["previous"]) for row in rows),
            "outcomes.deposit": plain(int(row["deposit"] == "yes") for row in rows),
        },
    }


def sncf(folder):
    rows = rows_of(f"{folder}/sncf_tgv_punctuality/regularite-mensuelle-tgv-aqst.csv", "latin-1")
    planned = lambda row: int(row["nb_train_prevu"])
    ran = lambda row: planned(row) - int(row["nb_annulation"])
    running = [row for row in rows if ran(row) > 0]
    mean = lambda column: values((float(row[column]), ran(row)) for row in running if row[column] != "")
    figures = {
        "outcomes.cancelled": values((int(row["nb_annulation"]) / planned(row), planned(row)) for row in rows if planned(row) > 0),
        "outcomes.late-arrival": values((int(row["nb_train_retard_arrivee"]) / ran(row), ran(row)) for row in running),
        "outcomes.arrival-delay": mean("retard_moyen_tous_trains_arrivee"),
        "outcomes.departure-delay": mean("retard_moyen_tous_trains_depart"),
    }
    return {
        "rowsRead": len(rows),
        "rowsKept": len(rows),
        "rowsLeftOut": 0,
        "answersKept": 0,
        "interactionsKept": 0,
        "outcomesKept": sum(figure["n"] for figure in figures.values()),
        "figures": figures,
    }


folder = sys.argv[1]
figures = {f"sfo-{year}": wave(folder, year) for year in WAVES} | {
    "airline": airline(folder),
    "olist": olist(folder),
    "nyc-schools": nyc(folder),
    "cdnow": cdnow(folder),
    "bank-contacts": bank(folder),
    "sncf-punctuality": sncf(folder),
}
json.dump(figures, sys.stdout, indent=2)
print()
