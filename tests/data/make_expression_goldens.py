#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes expressions.json, what typed formulas are compared with: python3 make_expression_goldens.py, from any folder.

Needs Debian's python3-torch, python3-mpmath and python3-numpy. Values and derivatives come from mpmath with 50 digits, at numbers that
a float holds exactly. The PyTorch source of each formula is written here by hand, and checked against the same values, before the
code export is compared with it.
"""
import json
import math
import pathlib

import mpmath
import numpy
import torch
from mpmath import mpf

FOLDER = pathlib.Path(__file__).resolve().parent
mpmath.mp.dps = 50
torch.set_default_dtype(torch.float64)

WIDE = [-80.0, -50.0, -30.0, -17.3, -9.1, -5.0, -3.25, -2.0, -1.0, -0.7, -0.25, -1e-3, -1e-6, 1e-6, 1e-3, 0.3, 0.5, 1.0, 1.9, 2.5,
        4.0, 7.7, 12.0, 30.0, 50.0, 80.0]
NARROW = [x for x in WIDE if abs(x) <= 20]
POSITIVE = [x for x in WIDE if x > 0]
UNIT = [-0.99, -0.5, -1e-4, 1e-4, 0.3, 0.9]


def sigmoid(x):
    return 1 / (1 + mpmath.exp(-x))


def softplus(x):
    return mpmath.log1p(mpmath.exp(x)) if x < 0 else x + mpmath.log1p(mpmath.exp(-x))


# The formula, its function for mpmath, its PyTorch source, where, and a, b, c.
CASES = [
    ("x", lambda x: x, "x", WIDE),
    ("x/(1+exp(-x))", lambda x: x * sigmoid(x), "x / (1 + torch.exp(-x))", WIDE),
    ("x*sigmoid(x)", lambda x: x * sigmoid(x), "x * torch.sigmoid(x)", WIDE),
    ("x*tanh(softplus(x))", lambda x: x * mpmath.tanh(softplus(x)), "x * torch.tanh(torch.nn.functional.softplus(x))", WIDE),
    ("x*(1+erf(x/sqrt(2)))/2", lambda x: x * (1 + mpmath.erf(x / mpmath.sqrt(2))) / 2,
     "x * (1 + torch.erf(x / math.sqrt(2))) / 2", [x for x in NARROW if x > -3]),
    ("0.5·x·(1+tanh(sqrt(2/π)·(x+0.044715·x^3)))",
     lambda x: mpf("0.5") * x * (1 + mpmath.tanh(mpmath.sqrt(2 / mpmath.pi) * (x + mpf("0.044715") * x ** 3))),
     "0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3)))", [x for x in NARROW if x > -3]),
    ("tanh(x)", mpmath.tanh, "torch.tanh(x)", WIDE[1:-1]),
    ("sigmoid(x)", sigmoid, "torch.sigmoid(x)", WIDE[1:-1]),
    ("softplus(x)", softplus, "torch.nn.functional.softplus(x)", WIDE),
    ("exp(x)", mpmath.exp, "torch.exp(x)", WIDE),
    ("e^x", mpmath.exp, "math.e ** x", WIDE),
    ("2^-x", lambda x: mpf(2) ** -x, "2 ** -x", WIDE),
    ("exp(-x^2)", lambda x: mpmath.exp(-x * x), "torch.exp(-x ** 2)", [x for x in NARROW if abs(x) < 8]),
    ("log(x)", mpmath.log, "torch.log(x)", POSITIVE),
    ("log1p(x)", mpmath.log1p, "torch.log1p(x)", UNIT + POSITIVE),
    ("expm1(x)", mpmath.expm1, "torch.expm1(x)", WIDE),
    ("sqrt(x)", mpmath.sqrt, "torch.sqrt(x)", POSITIVE),
    ("(sqrt(x^2+1)-1)/2+x", lambda x: (mpmath.sqrt(x * x + 1) - 1) / 2 + x, "(torch.sqrt(x ** 2 + 1) - 1) / 2 + x", WIDE),
    ("sin(x)", mpmath.sin, "torch.sin(x)", WIDE),
    ("cos(x)", mpmath.cos, "torch.cos(x)", WIDE),
    ("tan(x)", mpmath.tan, "torch.tan(x)", UNIT),
    ("sin(x)/x", lambda x: mpmath.sin(x) / x, "torch.sin(x) / x", [x for x in WIDE if abs(x) > 0.1]),
    ("sinh(x)", mpmath.sinh, "torch.sinh(x)", WIDE),
    ("cosh(x)", mpmath.cosh, "torch.cosh(x)", WIDE),
    ("atan(x)", mpmath.atan, "torch.atan(x)", WIDE),
    ("erf(x)", mpmath.erf, "torch.erf(x)", [x for x in NARROW if abs(x) < 8]),
    ("x/(1+abs(x))", lambda x: x / (1 + abs(x)), "x / (1 + torch.abs(x))", WIDE),
    ("sign(x)*log1p(abs(x))", lambda x: mpmath.sign(x) * mpmath.log1p(abs(x)),
     "torch.sign(x) * torch.log1p(torch.abs(x))", WIDE),
    ("relu(x)", lambda x: max(x, mpf(0)), "torch.relu(x)", WIDE),
    ("max(0, x)", lambda x: max(x, mpf(0)), "torch.maximum(torch.full_like(x, 0), x)", WIDE),
    ("min(x, x^2)", lambda x: min(x, x * x), "torch.minimum(x, x ** 2)", NARROW),
    ("clamp(x, -1, 1)", lambda x: min(max(x, mpf(-1)), mpf(1)), "torch.clamp(x, -1, 1)", [x for x in WIDE if abs(x) != 1]),
    ("clamp(x, -relu(x)-1, 1)", lambda x: min(max(x, -max(x, mpf(0)) - 1), mpf(1)),
     "torch.clamp(x, -torch.relu(x) - 1, torch.full_like(x, 1))", [x for x in WIDE if abs(x) != 1]),
    ("if(x>0, x, 0.1*x)", lambda x: x if x > 0 else mpf("0.1") * x, "torch.where(x > 0, x, 0.1 * x)", WIDE),
    ("if(x>=-2, if(x<2, x^3, 8), -8)", lambda x: (x ** 3 if x < 2 else mpf(8)) if x >= -2 else mpf(-8),
     "torch.where(x >= -2, torch.where(x < 2, x ** 3, torch.full_like(x, 8)), torch.full_like(x, -8))",
     [x for x in WIDE if abs(x) != 2]),
    ("x*(x>0)", lambda x: x if x > 0 else mpf(0), "x * (x > 0).to(x.dtype)", WIDE),
    ("(x<=1)-(x!=2)+(x==4)", lambda x: mpf((x <= 1) - (x != 2) + (x == 4)),
     "(x <= 1).to(x.dtype) - (x != 2).to(x.dtype) + (x == 4).to(x.dtype)", [x for x in WIDE if x not in (1.0, 2.0, 4.0, -2.0)]),
    ("if(x>0, log(x), -1)", lambda x: mpmath.log(x) if x > 0 else mpf(-1),
     "torch.where(x > 0, torch.log(x), torch.full_like(x, -1))", WIDE),
    ("-x^2", lambda x: -x * x, "-x ** 2", WIDE),
    ("(-x)^3", lambda x: -x ** 3, "(-x) ** 3", WIDE),
    ("x^-2", lambda x: 1 / (x * x), "x ** -2", WIDE),
    ("abs(x)^1.5", lambda x: abs(x) ** mpf("1.5"), "torch.abs(x) ** 1.5", WIDE),
    ("x^x", lambda x: x ** x, "x ** x", [x for x in POSITIVE if x < 25]),
    ("2^3^2*x", lambda x: 512 * x, "2 ** 3 ** 2 * x", WIDE),
    ("(2^3)^2*x", lambda x: 64 * x, "(2 ** 3) ** 2 * x", WIDE),
    ("1-2-x/2/4", lambda x: -1 - x / 8, "1 - 2 - x / 2 / 4", WIDE),
    ("1-(2-x)/(2/4)", lambda x: 1 - (2 - x) * 2, "1 - (2 - x) / (2 / 4)", WIDE),
    ("x--x", lambda x: 2 * x, "x - -x", WIDE),
    ("-(x-1)*-(x+1)", lambda x: (x - 1) * (x + 1), "-(x - 1) * -(x + 1)", [x for x in WIDE if abs(x) > 0.1]),
    ("x ≥ 1", lambda x: mpf(x >= 1), "(x >= 1).to(x.dtype)", [x for x in WIDE if x != 1]),
    ("a*tanh(b*x)+c", lambda x: 2 * mpmath.tanh(mpf("0.5") * x) + mpf("-0.25"), "a * torch.tanh(b * x) + c", NARROW, (2, 0.5, -0.25)),
    ("x/(1+exp(-a*x))", lambda x: x * sigmoid(mpf("1.5") * x), "x / (1 + torch.exp(-a * x))", NARROW, (1.5, 1, 1)),
    ("abs(x)^a", lambda x: abs(x) ** mpf("2.5"), "torch.abs(x) ** a", NARROW, (2.5, 1, 1)),
    ("x^a", lambda x: x ** 3, "x ** a", NARROW, (3, 1, 1)),
    ("if(a>b, exp(a), 1)*relu(x)", lambda x: mpmath.exp(2) * max(x, mpf(0)),
     "(math.exp(a) if a > b else 1) * torch.relu(x)", NARROW, (2, 1, 1)),
    ("if(a, x, 1)", lambda x: x, "(x if a != 0 else torch.full_like(x, 1))", NARROW),
    ("if(x-1, a, (b))", lambda x: mpf(1), "torch.where(x - 1 != 0, torch.full_like(x, a), torch.full_like(x, b))",
     [x for x in NARROW if x != 1]),
    ("max(a, min(b, 3))*x+sigmoid(c)+(a>b)+sign(a)+relu(-a)+clamp(a, 0, b)+softplus(c)",
     lambda x: 2 * x + sigmoid(mpf(1)) + 1 + 1 + 0 + mpf("0.5") + softplus(mpf(1)),
     "max(a, min(b, 3)) * x + 1 / (1 + math.exp(-c)) + float(a > b) + ((a > 0) - (a < 0)) + max(-a, 0) + "
     "min(max(a, 0), b) + math.log1p(math.exp(c))", NARROW, (2, 0.5, 1)),
    ("3", lambda x: mpf(3), "torch.full_like(x, 3)", NARROW),
    ("a+π", lambda x: 1 + mpmath.pi, "torch.full_like(x, a + math.pi)", NARROW),
]


def number(value):
    """As JSON may hold it: what no double holds is infinite."""
    value = float(value)
    return value if math.isfinite(value) else ("inf" if value > 0 else "-inf")


def main():
    cases = []
    for text, function, source, places, *rest in CASES:
        a, b, c = rest[0] if rest else (1, 1, 1)
        points = [float(numpy.float32(x)) for x in places]
        exact = [(function(mpf(x)), mpmath.diff(function, mpf(x))) for x in points]
        x = torch.tensor(points, requires_grad=True)
        values = eval(source, {"torch": torch, "math": math, "x": x, "a": a, "b": b, "c": c})
        slopes = [0.0] * len(points)
        if values.requires_grad:
            values.sum().backward()
            slopes = x.grad.tolist()
        for at, (f, df), value, slope in zip(points, exact, values.tolist(), slopes):
            for what, left, right in (("f", f, value), ("df", df, slope)):
                near = abs(float(left) - right) <= 1e-8 * max(1, abs(float(left)))
                # Where f′ underflows on the way, PyTorch has no number.
                assert near or math.isnan(right), f"{text}: {what}({at}) is {left}, but PyTorch has {right}"
        cases.append({"text": text, "a": a, "b": b, "c": c, "python": source, "x": points,
                      "f": [number(f) for f, _ in exact], "df": [number(df) for _, df in exact]})
    lines = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in cases)
    (FOLDER / "expressions.json").write_text('{"cases": [\n' + lines + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
