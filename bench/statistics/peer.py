"""The same work in NumPy and SciPy, on the files that the bench has written: prints milliseconds by name as JSON."""

import json
import pathlib
import sys
import time

import numpy
from scipy import optimize, special

folder = pathlib.Path(sys.argv[1])


def column(name):
    return numpy.fromfile(folder / f"{name}.f64")


def drivers():
    """Johnson's relative weights over 1,000 resamples, from weighted cross-products."""
    data = numpy.stack([column(f"question{i}") for i in range(14)] + [column("outcome")], axis=1)
    data -= data.mean(axis=0)
    rows = len(data)
    random = numpy.random.default_rng(1)
    weights = numpy.empty((1000, 14))
    for draw in range(1000):
        counts = numpy.bincount(random.integers(0, rows, rows), minlength=rows)
        weighted = data * counts[:, None]
        sums = weighted.sum(axis=0)
        covariance = data.T @ weighted - numpy.outer(sums, sums) / rows
        scale = numpy.sqrt(numpy.diag(covariance))
        correlation = covariance / numpy.outer(scale, scale)
        values, vectors = numpy.linalg.eigh(correlation[:14, :14])
        root = vectors * numpy.sqrt(values) @ vectors.T
        beta = numpy.linalg.solve(root, correlation[:14, 14])
        weights[draw] = (root**2) @ beta**2
    return numpy.quantile(weights, [0.025, 0.975], axis=0)


def repurchase():
    """BG/NBD by maximum likelihood over the logarithms of its parameters."""
    x, t, observed = column("repeats"), column("recency"), column("observed")

    def loss(logs):
        r, alpha, a, b = numpy.exp(logs)
        constant = special.gammaln(r + x) - special.gammaln(r) + r * numpy.log(alpha)
        stayed = special.betaln(a, b + x) - special.betaln(a, b)
        alive = -(r + x) * numpy.log(alpha + observed)
        with numpy.errstate(divide="ignore"):
            odds = numpy.log(numpy.where(x > 0, a / (b + numpy.maximum(x, 1) - 1), 0))
        gone = odds - (r + x) * numpy.log(alpha + t)
        return -numpy.mean(constant + stayed + numpy.logaddexp(alive, gone))

    return optimize.minimize(loss, numpy.log([1, observed.mean() / 10, 1, 2]), method="L-BFGS-B")


def links():
    """Two-way within slopes with errors clustered by unit, of 133 pairs at seven delays."""
    units = int(column("units")[0])
    series = [column(f"indicator{i}").reshape(units, -1) for i in range(20)]

    def within(values):
        return values - values.mean(axis=1, keepdims=True) - values.mean(axis=0) + values.mean()

    found = []
    for lag in range(7):
        periods = series[0].shape[1] - lag
        before = [within(values[:, :periods]) for values in series]
        after = [within(values[:, lag:]) for values in series]
        rows = units * periods
        factor = units / (units - 1) * (rows - 1) / (rows - units - periods)
        for x in range(14):
            for y in range(7 if x < 7 else 14, 20):
                squares = (before[x] ** 2).sum(axis=1)
                products = (before[x] * after[y]).sum(axis=1)
                slope = products.sum() / squares.sum()
                error = numpy.sqrt(factor * ((products - slope * squares) ** 2).sum()) / squares.sum()
                found.append((x, y, lag, slope, error))
    return found


works = {"drivers": drivers, "repurchase": repurchase, "links": links}
took = {}
for name in sys.argv[2:]:
    begun = time.perf_counter()
    works[name]()
    took[name] = 1000 * (time.perf_counter() - begun)
print(json.dumps(took))
