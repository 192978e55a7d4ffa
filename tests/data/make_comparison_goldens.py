#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes comparison.json, which TestPairedTest compares with: python3 make_comparison_goldens.py, from any folder.

Needs Debian's python3-scipy and python3-statsmodels. Student's distribution, the paired t test and the draws of the bootstrap are
SciPy's (its quantiles of Student's distribution are right to 1e-9 only, so that they are found as roots of the distribution), Holm's
correction is that of statsmodels, other quantiles are NumPy's. The file is committed, so that the tests need none of these.
"""
import json
import pathlib

import numpy
from scipy import optimize, stats
from statsmodels.stats.multitest import multipletests

FOLDER = pathlib.Path(__file__).resolve().parent
DEGREES = (1, 2, 3, 4, 5, 9, 19, 29.5, 100, 10000)
DRAWS = 400_000


def tails():
    points = (0, 1e-8, 0.1, 0.5, 1, 2, 2.776, 5, 12, 60, 1e3, -0.3, -2, -40)
    return [{"t": t, "degrees": degrees, "tail": float(stats.t.sf(t, degrees))} for degrees in DEGREES for t in points]


def quantile_of_student(tail, degrees):
    if tail >= 0.5:
        return 0.0 if tail == 0.5 else -quantile_of_student(1 - tail, degrees)
    rough = stats.t.isf(tail, degrees)
    return optimize.brentq(lambda t: stats.t.sf(t, degrees) / tail - 1, rough / 2, rough * 2, xtol=1e-300, rtol=1e-15)


def quantiles():
    shares = (0.5, 0.4, 0.25, 0.1, 0.05, 0.025, 0.005, 0.0005, 1e-5, 1e-8, 0.6, 0.975)
    return [{"tail": tail, "degrees": degrees, "t": quantile_of_student(tail, degrees)}
            for degrees in DEGREES for tail in shares]


def paired_tests(random):
    cases = []
    for count, shift, spread in ((2, 0.1, 1), (3, 1, 0.3), (5, 0.02, 0.01), (5, 0, 1), (9, -2, 3), (12, 0.3, 1), (30, 1e-6, 1e-5)):
        first = random.standard_normal(count) * spread + shift
        second = random.standard_normal(count) * spread
        test = stats.ttest_rel(first, second)
        intervals = []
        for level in (0.9, 0.95, 1 - 0.05 / 45):
            mean, error = numpy.mean(first - second), stats.sem(first - second)
            reach = quantile_of_student((1 - level) / 2, count - 1) * error
            intervals.append({"level": level, "lower": float(mean - reach), "upper": float(mean + reach)})
        cases.append({"first": first.tolist(), "second": second.tolist(), "p": float(test.pvalue), "intervals": intervals})
    return cases


def bootstrap_tests(random):
    """The studentised means of SciPy's own draws: their largest sizes bound the interval, the observed one has the p value."""
    samples = [random.standard_normal(10) + 0.4, random.exponential(1, 12) - 0.5, random.standard_t(3, 15) * 2 + 3,
               numpy.round(random.standard_normal(20), 1)]
    cases = []
    for differences in samples:
        mean = numpy.mean(differences)

        def studentised(draw, axis=-1):
            error = numpy.std(draw, axis=axis, ddof=1) / numpy.sqrt(draw.shape[axis])
            return (numpy.mean(draw, axis=axis) - mean) / error

        result = stats.bootstrap((differences,), studentised, n_resamples=DRAWS, batch=10_000, method="percentile",
                                 vectorized=True, random_state=random)
        sizes = numpy.abs(result.bootstrap_distribution)
        error = stats.sem(differences)
        levels = [{"level": level, "reach": float(numpy.quantile(sizes, level) * error)} for level in (0.8, 0.9, 0.95, 0.99)]
        cases.append({"differences": differences.tolist(), "p": float(numpy.mean(sizes >= abs(mean) / error)),
                      "levels": levels})
    return cases


def outcome_cases():
    """The least favourable share of failures is searched for, among all of them."""
    shares = numpy.linspace(0, 1, 201)
    cases = []
    for count in (3, 5, 10, 30):
        for excess in (0, 1, 2, 3, count // 2 + 1, count):
            numbers = numpy.arange(count + 1)
            far = numpy.abs(numbers[:, None] - numbers[None, :]) >= excess
            p = 0.0
            for share in shares:
                chance = stats.binom.pmf(numbers, count, share)
                p = max(p, float(numpy.sum(numpy.outer(chance, chance)[far])))
            cases.append({"count": count, "excess": excess, "p": min(p, 1.0)})
    return cases


def holm_cases(random):
    lists = [[0.04], [0.01, 0.04, 0.03, 0.005], [0.5, 0.5, 0.9], [0.02, 0.02, 0.02], [0, 1, 1e-300],
             random.uniform(0, 0.1, 20).tolist()]
    return [{"p": p, "adjusted": multipletests(p, method="holm")[1].tolist()} for p in lists]


def sample_quantiles(random):
    cases = []
    for count in (1, 2, 3, 4, 7, 20):
        values = numpy.sort(random.standard_normal(count))
        shares = (0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)
        cases.append({"values": values.tolist(), "shares": list(shares),
                      "quantiles": [float(numpy.quantile(values, share)) for share in shares]})
    return cases


def main():
    random = numpy.random.default_rng(7)
    content = {"tails": tails(), "quantiles": quantiles(), "paired": paired_tests(random),
               "bootstrap": bootstrap_tests(random), "outcomes": outcome_cases(), "holm": holm_cases(random), "sample_quantiles": sample_quantiles(random)}
    parts = (f' "{name}": [\n  ' + ",\n  ".join(json.dumps(case) for case in cases) + "\n ]" for name, cases in content.items())
    (FOLDER / "comparison.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
